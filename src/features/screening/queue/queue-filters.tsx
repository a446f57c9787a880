import { View } from '@tarojs/components';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { SwitchRow } from '../../../ui/fields/switch-row';
import { Sheet } from '../../../ui/sheets/sheet';
import type { QueueFilter } from './queue-link';
import { wholeQueue } from './queue-link';
import type { useQueue } from './use-queue';

interface Props {
  filter: QueueFilter;
  /** A page of the queue, which names what can be filtered by. */
  page: NonNullable<ReturnType<typeof useQueue>['first']>;
  open: boolean;
  onClose: () => void;
  onChange: (filter: QueueFilter) => void;
}

/** Stands for "no filter" in a list of choices. */
const everything = 'all';
const orNull = (value: string) => (value === everything ? null : value);

/** The filters that are not needed every day: county, state, track, only overdue. Each takes effect at once. */
export function QueueFilters({ filter, page, open, onClose, onChange }: Props) {
  const { contests, states, tracks } = page;
  return (
    <Sheet id="filters-sheet" open={open} title="筛选" onClose={onClose}>
      {contests.length > 1 ? (
        <ChoiceField
          id="filter-contest"
          label="县（市、区）"
          options={[
            { value: everything, zh: '全部' },
            ...contests.map(({ contestId, regionZh }) => ({ value: contestId, zh: regionZh })),
          ]}
          value={filter.contestId ?? everything}
          onChange={(value) => onChange({ ...filter, contestId: orNull(value), trackCode: null })}
        />
      ) : null}
      <ChoiceField
        id="filter-state"
        label="状态"
        options={[{ value: 'waiting', zh: '待办（全部）' }, ...states.map(({ state, zh }) => ({ value: state, zh }))]}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <ChoiceField
        id="filter-track"
        label="赛道"
        options={[{ value: everything, zh: '全部' }, ...tracks.map(({ code, zh }) => ({ value: code, zh }))]}
        value={filter.trackCode ?? everything}
        onChange={(value) => onChange({ ...filter, trackCode: orNull(value) })}
      />
      <SwitchRow
        id="filter-overdue"
        label="只看已超期的"
        checked={filter.overdue}
        onChange={(overdue) => onChange({ ...filter, overdue })}
      />
      <View className="xh-sheet-actions">
        <Button id="filters-done" onTap={onClose}>
          查看结果
        </Button>
        <Button
          id="filters-clear"
          kind="text"
          onTap={() => onChange({ ...wholeQueue, claimed: filter.claimed, q: filter.q })}
        >
          清除筛选
        </Button>
      </View>
    </Sheet>
  );
}
