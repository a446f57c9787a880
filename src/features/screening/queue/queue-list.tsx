import { View } from '@tarojs/components';
import { formatDateZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { KeysetList } from '../../../patterns/keyset-list';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { spoken } from '../../../ui/spoken';
import { batchMost } from '../batch/batch-link';
import { QueueEntry } from './queue-entry';
import type { QueueFilter, QueueRow } from './queue-link';
import { filtersSet, queueParams } from './queue-link';
import { totalNumber, type useQueue } from './use-queue';

interface Props {
  queue: ReturnType<typeof useQueue>;
  filter: QueueFilter;
  /** What is picked for a batch; null while nothing is being picked. */
  picked: readonly string[] | null;
  onPick: (picked: readonly string[]) => void;
  onClear: () => void;
}

/** The rows of the queue so far, the way to the next 20, or what to do when there are none. */
export function QueueList({ queue, filter, picked, onPick, onClear }: Props) {
  const pickOf = (entryId: string) =>
    picked === null
      ? {}
      : {
          pick: {
            picked: picked.includes(entryId),
            full: picked.length >= batchMost,
            onPick: (on: boolean) => onPick(on ? [...picked, entryId] : picked.filter((id) => id !== entryId)),
          },
        };
  return (
    <KeysetList
      id="queue-more"
      list={queue}
      empty={<NothingWaits filter={filter} onClear={onClear} onAgain={queue.again} />}
    >
      {(rows) => (
        // A place of their own, apart from what may come and go below them.
        <View>
          {rows.flatMap((row, i) => {
            const group = groupOf(row);
            const previous = rows[i - 1];
            const begins = group !== null && (previous === undefined || groupOf(previous) !== group);
            return [
              begins ? <GroupHead key={`due-${group}`} group={group} row={row} /> : null,
              <QueueEntry
                key={row.entryId}
                row={row}
                manyRegions={(queue.first?.contests.length ?? 0) > 1}
                onOpen={() => go('staff/review', { entryId: row.entryId, ...queueParams(filter) })}
                {...pickOf(row.entryId)}
              />,
            ];
          })}
        </View>
      )}
    </KeysetList>
  );
}

interface NothingProps extends Pick<Props, 'filter' | 'onClear'> {
  onAgain: () => void;
}

/** Nothing waits at all, or nothing under this filter. */
function NothingWaits({ filter, onClear, onAgain }: NothingProps) {
  const narrowed = filtersSet(filter) > 0 || filter.q !== '' || filter.claimed !== 'any';
  return (
    <Empty
      title={narrowed ? '没有符合条件的项目' : '没有待办的项目'}
      hint={narrowed ? '可以放宽筛选条件再看' : '有新提交或补正的项目时，会出现在这里并通知您'}
      action={
        narrowed ? (
          <>
            {filter.q === '' ? null : (
              <Button id="queue-search-all" onTap={() => go('staff/search', { q: filter.q })}>
                在所有状态里查找
              </Button>
            )}
            <Button id="queue-show-all" kind="secondary" onTap={onClear}>
              查看全部待办
            </Button>
          </>
        ) : (
          <Button id="queue-again" kind="secondary" onTap={onAgain}>
            刷新
          </Button>
        )
      }
    />
  );
}

/** Under which day a row stands; null where no clock of staff runs. */
const groupOf = ({ waits, dueDate, overdue }: QueueRow): string | null =>
  waits !== 'staff' || dueDate === null ? null : overdue ? '已超期' : `${formatDateZh(dueDate)}到期`;

const GroupHead = ({ group, row: { overdue, ofItsDay } }: { group: string; row: QueueRow }) => (
  <View
    className={overdue ? 'xh-row-group xh-row-group-late' : 'xh-row-group'}
    {...spoken({ role: 'heading', level: 2 })}
  >
    {ofItsDay === null ? group : `${group}，${totalNumber(ofItsDay)} 件`}
  </View>
);
