import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { spoken } from './spoken';

interface Props {
  id?: string;
  title: string;
  /** Of the heading: 1 where the section's title is the page's. */
  level?: 1 | 2;
  /** At the right of the title: a count, a tag, a word. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A part of a page: a rule of ink, its heading, and what it holds, on the paper. */
export function Section({ id, title, level = 2, aside, className, children }: Props) {
  return (
    <View {...(id === undefined ? {} : { id })} className={classes('xh-section', className)}>
      <View className="xh-section-head">
        <View className="xh-section-title" {...spoken({ role: 'heading', level })}>
          {title}
        </View>
        {aside === undefined || aside === null ? null : <View className="xh-section-aside">{aside}</View>}
      </View>
      {children}
    </View>
  );
}
