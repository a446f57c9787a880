import { View } from '@tarojs/components';
import { classes } from '../classes';
import { pressable, spoken } from '../spoken';

/** Slips of one day: how many are the reader's own and how many nobody has taken. */
export interface Stack {
  id: string;
  /** The day in two short words: 周五, 27日. */
  zh: string;
  noteZh: string;
  mine: number;
  open: number;
  late?: boolean;
  onTap: () => void;
}

/** So many slips stand on each other; the number below counts on. */
const highest = 6;

/** What falls due on each day, as slips on a pile: solid one's own, outlined what nobody has taken, ember what is late. Each is tapped. */
export function Stacks({ id, label, stacks }: { id: string; label: string; stacks: readonly Stack[] }) {
  return (
    <View id={id} className="xh-stacks" {...spoken({ role: 'group', label })}>
      {stacks.map(({ id: day, zh, noteZh, mine, open, late = false, onTap }) => {
        const all = mine + open;
        const shown = Math.min(all, highest);
        const solid = Math.min(
          mine,
          all > highest ? Math.max(mine === 0 ? 0 : 1, Math.round((mine / all) * highest)) : mine,
        );
        return (
          <View
            key={day}
            id={`${id}-${day}`}
            className={classes('xh-stack', 'xh-press', late && all > 0 && 'xh-stack-late')}
            hoverClass="xh-pressed"
            onClick={onTap}
            {...pressable(onTap)}
            {...spoken({ role: 'button' })}
          >
            <View className="xh-slips">
              {Array.from({ length: shown }, (_, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a slip has no name but its place
                <View key={n} className={n < solid ? 'xh-slip xh-slip-mine' : 'xh-slip'} />
              ))}
            </View>
            <View className="xh-stack-count">{all === 0 ? '–' : all}</View>
            <View>{zh}</View>
            <View>{noteZh}</View>
          </View>
        );
      })}
    </View>
  );
}
