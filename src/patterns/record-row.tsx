import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { ListRow } from '../ui/lists/list-row';

interface Props {
  id: string;
  /** What was done. */
  title: string;
  /** Who did it, when, and what else is known of it; each a line. */
  lines: ReadonlyArray<ReactNode>;
  /** Leads to all of the same person's; absent where they alone are shown. */
  onPerson?: (() => void) | undefined;
}

/** One record of who did what, when. */
export const RecordRow = ({ id, title, lines, onPerson }: Props) => (
  <ListRow
    id={id}
    title={title}
    detail={lines.map((line, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of one record never move.
      <View key={i}>{line}</View>
    ))}
    aside={
      onPerson === undefined ? undefined : (
        <Button id={`${id}-person`} kind="text" label={`只看此人，${title}`} onTap={onPerson}>
          只看此人
        </Button>
      )
    }
  />
);
