import { termTone, termWords } from '@shared/kernel/term-words';
import { Text, View } from '@tarojs/components';
import { CheckRow } from '../../../ui/fields/check-row';
import { ListRow } from '../../../ui/lists/list-row';
import { Tag } from '../../../ui/tag';
import type { QueueRow } from './queue-link';
import { Whom } from './whom';

interface Props {
  row: QueueRow;
  /** Whether several counties are shown, so that each row names its own. */
  manyRegions: boolean;
  onOpen: () => void;
  /** Present while rows are being picked for a batch. */
  pick?: { picked: boolean; full: boolean; onPick: (picked: boolean) => void };
}

/** Each part stays in one piece when the line breaks. */
function RowAbout({ row, manyRegions }: { row: QueueRow; manyRegions: boolean }) {
  return (
    <View className="xh-queue-about">
      <Whom {...row} />
      <Text className="xh-number">{row.reference ?? '未编号'}</Text>
      {manyRegions ? <Text>{row.regionZh}</Text> : null}
      {row.trackZh === '' ? null : <Text>{`${row.trackZh}·${row.groupZh}`}</Text>}
    </View>
  );
}

function RowState({ row }: { row: QueueRow }) {
  const words = termWords(row);
  const holder = row.claimedByMe ? '我受理' : row.claimedByZh === null ? '' : `${row.claimedByZh}受理`;
  return (
    <View className="xh-queue-row-state">
      <Tag tone={row.tone}>{row.stateZh}</Tag>
      {row.round > 1 && row.state !== 'returned' ? <Tag>{`第 ${row.round} 次审核`}</Tag> : null}
      {words === null ? null : <Tag tone={termTone(row)}>{words}</Tag>}
      {holder}
    </View>
  );
}

/** One entry of the queue: what it is, where it stands, who has it, and how long there is left. */
export function QueueEntry({ row, manyRegions, onOpen, pick }: Props) {
  const detail = (
    <>
      <RowAbout row={row} manyRegions={manyRegions} />
      <RowState row={row} />
    </>
  );
  if (!pick) return <ListRow id={`row-${row.entryId}`} title={row.title} detail={detail} onTap={onOpen} />;
  return (
    <View className="xh-queue-pick">
      <CheckRow
        id={`pick-${row.entryId}`}
        label={row.title}
        checked={pick.picked}
        disabled={pick.full && !pick.picked}
        onChange={pick.onPick}
        hint={detail}
      />
    </View>
  );
}
