import { View } from '@tarojs/components';
import { isValidElement, type ReactNode } from 'react';
import { Button } from '../button';
import { classes } from '../classes';
import { pressable, spoken } from '../spoken';
import { Tag } from '../tag';

interface Props {
  id: string;
  title: ReactNode;
  detail?: ReactNode;
  /** At the right: a tag, a number, a time. */
  aside?: ReactNode;
  /** The name read aloud, where the words shown do not suffice. */
  label?: string;
  /** Without it the row only shows. */
  onTap?: () => void;
}

/** A state in a word, which large letters on a phone put over the row's words instead of beside them. */
const isTag = (aside: ReactNode): boolean => isValidElement(aside) && aside.type === Tag;
/** A button, which large letters on a phone put under them. */
const isButton = (aside: ReactNode): boolean => isValidElement(aside) && aside.type === Button;

/** A row that leads somewhere. */
export function ListRow({ id, title, detail, aside, label, onTap }: Props) {
  return (
    <View
      id={id}
      className={classes(
        'xh-row',
        onTap !== undefined && 'xh-press',
        isTag(aside) && 'xh-row-tagged',
        isButton(aside) && 'xh-row-acted',
      )}
      {...(onTap === undefined
        ? {}
        : {
            hoverClass: 'xh-pressed',
            onClick: onTap,
            ...pressable(onTap),
            ...spoken({ role: 'button', ...(label ? { label } : {}) }),
          })}
    >
      <View className="xh-row-text">
        {title}
        {detail ? <View className="xh-row-detail">{detail}</View> : null}
      </View>
      {aside === undefined || aside === null ? null : <View className="xh-row-aside">{aside}</View>}
    </View>
  );
}
