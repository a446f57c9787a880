import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '../classes';
import { pressable, spoken } from '../spoken';

/** A place and where it stands: its row, and of ten half columns the first of its two, both from 1. */
export interface Tile {
  id: string;
  zh: string;
  row: number;
  column: number;
  /** Has something of its own, which a corner marks; `ownZh` says what to whoever listens. */
  ownZh?: string;
}

interface Props {
  id: string;
  label: string;
  /** In their official order, which is how they are read out, and listed where words are large. */
  tiles: readonly Tile[];
  value: string | null;
  onChange: (id: string) => void;
  /** What lies under the tiles: rivers. */
  children?: ReactNode;
}

/** Places of which one is chosen, laid out roughly as they lie. Each has the id `<id>-<place>`. */
export function Tiles({ id, label, tiles, value, onChange, children }: Props) {
  return (
    <View className="xh-tiles-ground">
      {children}
      <View id={id} className="xh-tiles" {...spoken({ role: 'radiogroup', label })}>
        {tiles.map((tile) => {
          const chosen = tile.id === value;
          const choose = () => onChange(tile.id);
          return (
            <View
              key={tile.id}
              id={`${id}-${tile.id}`}
              className={classes('xh-tile', 'xh-press', chosen && 'xh-tile-chosen')}
              style={{ gridArea: `${tile.row}/${tile.column}/auto/span 2` }}
              onClick={choose}
              {...pressable(choose)}
              {...spoken({
                role: 'radio',
                checked: chosen,
                ...(tile.ownZh === undefined ? {} : { label: `${tile.zh}，${tile.ownZh}` }),
              })}
            >
              {tile.zh}
              {tile.ownZh === undefined ? null : <View className="xh-tile-corner" />}
            </View>
          );
        })}
      </View>
    </View>
  );
}
