import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { Card } from '../../../ui/card';
import { classes } from '../../../ui/classes';
import { Icon } from '../../../ui/icons/icon';
import { pressable, spoken } from '../../../ui/spoken';
import { Tag } from '../../../ui/tag';

interface Props {
  id: string;
  title: string;
  /** Tags beside the title; they stay in sight when the card is closed. */
  signs?: ReactNode;
  /** Whether the card is open when the page opens. */
  openAtFirst: boolean;
  /** It is the one in question: it opens, and is marked at its side. */
  current?: boolean;
  children: ReactNode;
}

/** A card that opens and closes under its title. */
export function FoldingCard({ id, title, signs, openAtFirst, current = false, children }: Props) {
  const [open, setOpen] = useState(openAtFirst);
  useEffect(() => {
    if (current) setOpen(true);
  }, [current]);
  const turn = () => setOpen(!open);
  return (
    <Card id={id} className={classes('xh-fold', current && 'xh-part-current')}>
      <View {...spoken({ role: 'heading', level: 2 })}>
        <View
          id={`${id}-fold`}
          className="xh-fold-head xh-press"
          onClick={turn}
          {...pressable(turn)}
          {...spoken({ role: 'button', expanded: open })}
        >
          <View className="xh-card-title">{title}</View>
          {signs}
          <View className={open ? 'xh-fold-sign xh-fold-open' : 'xh-fold-sign'}>
            <Icon name="chevron-down" />
          </View>
        </View>
      </View>
      {open ? <View className="xh-fold-body">{children}</View> : null}
    </Card>
  );
}

/** Says in words that a section differs from what was returned. */
export const ChangedSign = () => <Tag tone="warn">已修改</Tag>;
