import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { Section } from './section';

interface Props {
  id?: string;
  /** A matter with a title of its own is a part of the page: it stands as a `Section`, under its rule. */
  title?: string;
  /** Of the heading: 1 where the card's title is the page's. */
  level?: 1 | 2;
  /** At the right of the title: a tag, a count. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** One matter: white where it can be acted on as a whole, a section where it has a title. */
export function Card({ title, className, children, ...rest }: Props) {
  if (title !== undefined) {
    return (
      <Section title={title} {...rest} {...(className === undefined ? {} : { className })}>
        {children}
      </Section>
    );
  }
  return (
    <View {...(rest.id === undefined ? {} : { id: rest.id })} className={classes('xh-card', className)}>
      {children}
    </View>
  );
}
