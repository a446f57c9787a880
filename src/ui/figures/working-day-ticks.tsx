import { View } from '@tarojs/components';
import { spoken } from '../spoken';

/** A term in working days: how many it has, how many are left after today, and how many it is over (null while it is not). */
export interface Ticked {
  total: number;
  left: number;
  over?: number | null;
  /** The clock stands while it is somebody else's turn. */
  paused?: boolean;
}

export type Tick = 'used' | 'today' | 'left' | 'over';

/** More are not told apart by the eye; the words count on. */
const mostOver = 5;

/** One tick a working day: used, today, left; of an overdue term all used, and one more for each day over. */
export function ticksOf({ total, left, over = null }: Ticked): Tick[] {
  const of = (count: number, tick: Tick): Tick[] => Array.from({ length: Math.max(0, count) }, () => tick);
  if (over !== null) return [...of(total, 'used'), ...of(Math.min(Math.max(1, over), mostOver), 'over')];
  const ahead = Math.min(left, total);
  return ahead === total
    ? of(total, 'left')
    : [...of(total - ahead - 1, 'used'), ...of(1, 'today'), ...of(ahead, 'left')];
}

/** A term as ticks with its words beside them, which say all that the ticks show. A stopped clock says 已暂停. */
export function WorkingDayTicks({ words, ...term }: Ticked & { words: string }) {
  const ticks = ticksOf(term);
  return (
    <View className="xh-ticks-line">
      <View className={term.paused ? 'xh-ticks xh-ticks-paused' : 'xh-ticks'} {...spoken({ hidden: true })}>
        {ticks.map((tick, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tick has no name but its place
          <View key={i} className={`xh-tick xh-tick-${tick}`} />
        ))}
      </View>
      <View>{term.paused ? `已暂停，${words}` : words}</View>
    </View>
  );
}
