import { View } from '@tarojs/components';
import type { ComponentProps } from 'react';
import { SlotCard } from '../../../patterns/files/slot-card';
import { Notice } from '../../../ui/notice';
import type { EntryView } from '../entry-view';
import { Deadline } from '../form/closing';
import { useClosing } from '../form/use-closing';

type Renewal = EntryView['renewals'][number];
type Props = Omit<ComponentProps<typeof SlotCard>, 'editable' | 'onRemove'> & { renewal: Renewal };

/** A slot whose file may still be replaced although the form is closed; it closes by itself at its lock. */
export function RenewedSlot({ renewal, ...slot }: Props) {
  const { locksAt, closed } = renewal;
  const open = useClosing(locksAt) !== 'over' && closed === null;
  return (
    <View>
      <SlotCard {...slot} editable={open} onRemove={null} />
      <Notice tone={open ? 'info' : 'neutral'}>
        <View id={`lock-${renewal.slot}`}>
          {closed ?? (
            <>
              {'可以更换，审核仍看已提交的那一版。'}
              {locksAt === null ? '路演时间待定，路演前锁定。' : <Deadline at={locksAt} />}
            </>
          )}
        </View>
      </Notice>
    </View>
  );
}
