import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { spoken } from './spoken';

interface Props {
  id?: string;
  title?: string;
  /** Of the heading: 1 where the card's title is the page's. */
  level?: 1 | 2;
  /** At the right of the title: a tag, a count. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A flat card: one matter on the paper. */
export function Card({ id, title, level = 2, aside, className, children }: Props) {
  return (
    <View {...(id === undefined ? {} : { id })} className={classes('xh-card', className)}>
      {title === undefined ? null : (
        <View className="xh-card-head">
          <View className="xh-card-title" {...spoken({ role: 'heading', level })}>
            {title}
          </View>
          {aside}
        </View>
      )}
      {children}
    </View>
  );
}
