import { termTone, termWords } from '@shared/kernel/term-words';
import { View } from '@tarojs/components';
import { CheckRow } from '../../../ui/fields/check-row';
import { DueRow } from '../../../ui/lists/due-row';
import { Tag } from '../../../ui/tag';
import { clockZh, useCountdown } from '../review/decision/use-countdown';
import type { QueueRow } from './queue-link';
import { whomZh } from './whom';

interface Props {
  row: QueueRow;
  /** Whether several counties are shown, so that each row names its own. */
  manyRegions: boolean;
  onOpen: () => void;
  /** Present while rows are being picked for a batch. */
  pick?: { picked: boolean; full: boolean; onPick: (picked: boolean) => void };
}

/** Whom to call, and below it the number and place of an entry. */
const aboutOf = (row: QueueRow, manyRegions: boolean): string => {
  const entry = [row.reference ?? '未编号', manyRegions ? row.regionZh : '', row.trackZh];
  return [whomZh(row), entry.filter((part) => part !== '').join(' · ')].filter((line) => line !== '').join('\n');
};

/** Who has it, in a few letters; what nobody has taken says its state. */
function RowState({ row, term }: { row: QueueRow; term: boolean }) {
  const words = term ? termWords(row) : null;
  const holder = row.claimedByMe ? '我受理' : row.claimedByZh === null ? '' : `${row.claimedByZh}受理`;
  return (
    <View className="xh-queue-row-state">
      <Tag tone={row.tone}>{row.stateZh}</Tag>
      {row.round > 1 && row.state !== 'returned' ? <Tag tone="warn">{`第 ${row.round} 次审核`}</Tag> : null}
      {words === null ? null : <Tag tone={termTone(row)}>{words}</Tag>}
      {holder}
      {row.decided === null ? null : <Decided decided={row.decided} />}
    </View>
  );
}

/** What was decided, by whom, and when it is told: until then the entry stands where it stood. */
function Decided({ decided: { zh, byZh, secondsLeft } }: { decided: NonNullable<QueueRow['decided']> }) {
  const left = useCountdown(secondsLeft, nothing);
  const when = left === null ? '待复核签字' : left === 0 ? '正在生效' : `待生效，还剩 ${clockZh(left)}`;
  return <View className="xh-row-detail">{`${byZh}决定“${zh}”，${when}`}</View>;
}

/** The list is asked anew when it comes back into view. */
const nothing = () => undefined;

/** One entry of the queue: how long there is left, what it is, where it stands, and who has it. */
export function QueueEntry({ row, manyRegions, onOpen, pick }: Props) {
  const detail = (
    <>
      <View className="xh-row-detail xh-prose">{aboutOf(row, manyRegions)}</View>
      <RowState row={row} term={pick !== undefined} />
    </>
  );
  if (!pick) return <DueRow id={`row-${row.entryId}`} term={row} title={row.title} detail={detail} onTap={onOpen} />;
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
