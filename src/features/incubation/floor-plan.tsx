import { View } from '@tarojs/components';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/icons/icon';
import type { icons } from '../../ui/icons/icons';
import { Section } from '../../ui/section';
import { pressable, spoken } from '../../ui/spoken';
import './incubation.scss';

/** How a place is drawn: its word, its icon, its paper. */
export type Standing = 'free' | 'taken' | 'yours' | 'occupied' | 'ending' | 'held' | 'repair';

const looks: Readonly<Record<Standing, { zh: string; icon: keyof typeof icons | null }>> = {
  free: { zh: '空', icon: 'plus' },
  taken: { zh: '已占', icon: null },
  yours: { zh: '留给您', icon: 'hourglass' },
  occupied: { zh: '在孵', icon: 'user' },
  ending: { zh: '快到期', icon: 'clock' },
  held: { zh: '留', icon: 'hourglass' },
  repair: { zh: '修', icon: 'wrench' },
};

type Tile = { placeId: number; code: string; typeZh: string; stands: Standing };

interface Props {
  floor: { zh: string; typesZh: string; tiles: readonly Tile[] };
  aside?: string;
  /** What the reader's own place is called: held, or let. */
  yoursZh?: string;
  /** The place that is looked at. */
  chosen?: number | null;
  onChoose?: (placeId: number) => void;
}

/** So many stand in a row. */
const inRow = 5;

/** A floor as its places lie: walls, windows above, a corridor before the last row, and in every tile its state as a word. In large words a list in order. */
export function FloorPlan({ floor, aside, yoursZh = looks.yours.zh, chosen = null, onChoose }: Props) {
  const { zh, typesZh, tiles } = floor;
  const front = tiles.length > inRow ? tiles.length - (tiles.length % inRow || inRow) : tiles.length;
  const drawn = (part: readonly Tile[]) =>
    part.map(({ placeId, code, stands }) => {
      const { icon } = looks[stands];
      const word = stands === 'yours' ? yoursZh : looks[stands].zh;
      const choose = onChoose === undefined ? undefined : () => onChoose(placeId);
      return (
        <View
          key={placeId}
          id={`place-${code}`}
          className={classes(
            'xh-spot',
            `xh-spot-${stands}`,
            choose && 'xh-press',
            placeId === chosen && 'xh-spot-chosen',
          )}
          {...(choose === undefined
            ? spoken({ role: 'listitem', label: `${code}，${word}` })
            : {
                onClick: choose,
                ...pressable(choose),
                ...spoken({ role: 'radio', checked: placeId === chosen, label: `${code}，${word}` }),
              })}
        >
          {icon === null ? null : <Icon name={icon} size={16} />}
          <View className="xh-spot-code">{code}</View>
          <View>{word}</View>
        </View>
      );
    });
  return (
    <Section title={zh} aside={aside ?? typesZh}>
      <View className="xh-floor">
        <View className="xh-floor-windows" {...spoken({ hidden: true })} />
        <View {...spoken({ role: onChoose === undefined ? 'list' : 'radiogroup', label: `${zh}，${typesZh}` })}>
          <View className="xh-spots">{drawn(tiles.slice(0, front))}</View>
          {front === tiles.length ? null : (
            <>
              <View className="xh-floor-corridor" {...spoken({ hidden: true })}>
                <View>走道</View>
                <View>门</View>
              </View>
              <View className="xh-spots">{drawn(tiles.slice(front))}</View>
            </>
          )}
        </View>
      </View>
    </Section>
  );
}
