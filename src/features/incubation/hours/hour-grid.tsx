import { View } from '@tarojs/components';
import { classes } from '../../../ui/classes';
import { pressable, spoken } from '../../../ui/spoken';
import '../incubation.scss';

/** Hours of one place, [from, to). */
export type Picked = { placeId: number; code: string; from: number; to: number };

type Slot = { from: number; stands: 'free' | 'taken' | 'yours' | 'past'; bound: boolean };

interface Props {
  placeId: number;
  code: string;
  slots: readonly Slot[];
  picked: Picked | null;
  onPick: (picked: Picked | null) => void;
}

const words = { free: '空', taken: '已约', yours: '您约', past: '已过' } as const;

/** Which hours come of a tap: beside what is picked it grows, at its end it shrinks, anywhere else it begins anew; it never leaps over what is taken. */
export function pickedAfter(
  slots: readonly Slot[],
  had: Picked | null,
  place: { placeId: number; code: string },
  at: number,
): Picked | null {
  const anew = { ...place, from: at, to: at + 1 };
  if (had === null || had.placeId !== place.placeId) return anew;
  if (at >= had.from && at < had.to) {
    if (had.to - had.from === 1) return null;
    return at === had.from ? { ...had, from: at + 1 } : { ...had, to: at };
  }
  const from = Math.min(had.from, at);
  const to = Math.max(had.to, at + 1);
  const all = slots.filter((slot) => slot.from >= from && slot.from < to);
  return all.every(({ stands }) => stands === 'free') ? { ...had, from, to } : anew;
}

/** The hours of a place on one day; free ones are tapped one after the other. */
export function HourGrid({ placeId, code, slots, picked, onPick }: Props) {
  return (
    <View className="xh-hours" {...spoken({ role: 'group', label: `${code}的时段` })}>
      {slots.map(({ from, stands }) => {
        const chosen = picked?.placeId === placeId && from >= picked.from && from < picked.to;
        const tap = () => onPick(pickedAfter(slots, picked, { placeId, code }, from));
        const free = stands === 'free';
        return (
          <View
            key={from}
            id={`hour-${code}-${from}`}
            className={classes('xh-hour', `xh-hour-${stands}`, free && 'xh-press', chosen && 'xh-hour-chosen')}
            {...(free
              ? {
                  onClick: tap,
                  ...pressable(tap),
                  ...spoken({ role: 'checkbox', checked: chosen, label: `${from} 点，${chosen ? '已选' : '空'}` }),
                }
              : spoken({ role: 'text', label: `${from} 点，${words[stands]}` }))}
          >
            <View>{`${from}:00`}</View>
            <View>{chosen ? '已选' : words[stands]}</View>
          </View>
        );
      })}
    </View>
  );
}
