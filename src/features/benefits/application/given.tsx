import { View } from '@tarojs/components';
import { Button } from '../../../ui/button';
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
        <View key={uploadId} className="xh-file-line">
          <View className="xh-row-text">
            <View>{name}</View>
            <View className="xh-row-detail">{sourceZh}</View>
          </View>
          <Button
            id={`give-${slot.code}-${i}`}
            kind="secondary"
            label={`用已交过的${slot.zh}：${name}`}
            onTap={() => onGive(uploadId)}
          >
            用已交过的
          </Button>
        </View>
      ))}
    </>
  );
}
