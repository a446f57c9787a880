import { termWords } from '@shared/kernel/term-words';
import { View } from '@tarojs/components';
import { classes } from '../../../../ui/classes';
import { pressable, spoken } from '../../../../ui/spoken';
import type { Neighbours } from './use-neighbours';

/** The queue beside the entry, where there is room for it: the one in front is lit. */
export function DeskQueue({ neighbours }: { neighbours: Neighbours }) {
  const { rows, entryId, open } = neighbours;
  if (rows.length === 0) return null;
  return (
    <View id="desk-queue" className="xh-desk-queue">
      <View className="xh-desk-label" {...spoken({ role: 'heading', level: 2 })}>
        待审项目
      </View>
      {rows.map((row) => {
        const lit = row.entryId === entryId;
        const tap = () => void open(row.entryId);
        return (
          <View
            key={row.entryId}
            id={`beside-${row.entryId}`}
            className={classes('xh-desk-entry', 'xh-press', lit && 'xh-desk-lit')}
            onClick={tap}
            {...pressable(tap)}
            {...spoken({ role: 'button', label: lit ? `${row.title}，当前` : undefined })}
          >
            <View className="xh-desk-title">{row.title}</View>
            <View className="xh-desk-due">{termWords(row) ?? row.stateZh}</View>
          </View>
        );
      })}
    </View>
  );
}
