import { View } from '@tarojs/components';
import { Button } from '../../../ui/button';
import { ListRow } from '../../../ui/lists/list-row';
import type { OwnView } from './application-view';

type Slot = OwnView['slots'][number];

interface Props {
  slot: Pick<Slot, 'code' | 'zh'>;
  given: Slot['given'];
  /** Where the file comes from that stands in the slot; null: it was sent here, or there is none. */
  from: string | null;
  onGive: (uploadId: string) => Promise<unknown>;
}

/** What somebody gave before and need not send again: the same file, at one tap. */
export function Given({ slot, given, from, onGive }: Props) {
  return (
    <>
      {from === null ? null : <View className="xh-row-detail">{`已用交过的：${from}`}</View>}
      {given.map(({ uploadId, name, sourceZh }, i) => (
        <ListRow
          key={uploadId}
          id={`given-${slot.code}-${i}`}
          title={name}
          detail={sourceZh}
          aside={
            <Button
              id={`give-${slot.code}-${i}`}
              kind="text"
              label={`用已交过的${slot.zh}：${name}`}
              onTap={() => onGive(uploadId)}
            >
              用已交过的
            </Button>
          }
        />
      ))}
    </>
  );
}
