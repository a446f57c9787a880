import { subsidyItems } from '@shared/benefits/kinds/subsidy/items';
import { handedInAs } from '@shared/benefits/kinds/subsidy/states';
import { formatYuan } from '@shared/kernel/money';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { useList } from '../../../client/cache/use-list';
import { dayEndZh, formatDayZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { sentenceOf } from '../../../client/transport/failure';
import { KeysetList } from '../../../patterns/keyset-list';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';
import { Sheet } from '../../../ui/sheets/sheet';
import { Tag } from '../../../ui/tag';

type Answer = Awaited<ReturnType<typeof api.subsidies.handedIn>>;
type HandedIn = Answer['items'][number];
export type HandedInFilter = { kind: string; regionId: string; state: string };

const none: HandedInFilter = { kind: '', regionId: '', state: '' };
const items = [{ value: '', zh: '全部项目' }, ...subsidyItems.map(({ code, zh }) => ({ value: code, zh }))];
const states = [{ value: '', zh: '全部状态' }, ...handedInAs.map(({ value, zh }) => ({ value, zh }))];

/** What was handed in for start-up money, whatever became of it: by item, region and state. For the city, the supervisor and the desks. */
export function HandedInDesk({ filter: first }: { filter: HandedInFilter }) {
  const [filter, setFilter] = useState(first);
  const [finding, setFinding] = useState(false);
  const set = (name: keyof HandedInFilter) => (value: string) => setFilter((was) => ({ ...was, [name]: value }));
  const asked = { kind: filter.kind || null, regionId: filter.regionId || null, state: filter.state || null };
  const list = useList(['subsidies', 'handedIn', asked], (cursor) => api.subsidies.handedIn({ ...asked, cursor }));
  const regions = [{ value: '', zh: '全市' }, ...(list.first?.regions ?? [])];
  const shown = [
    [items, filter.kind] as const,
    [regions, filter.regionId] as const,
    [states, filter.state] as const,
  ].flatMap(([options, value]) => (value === '' ? [] : (options.find((each) => each.value === value)?.zh ?? [])));
  return (
    <Page
      wide
      title={titleOf(list.rows === null ? null : list.first)}
      state={list.pending ? 'loading' : list.error && !list.first ? 'error' : 'ready'}
      error={sentenceOf(list.error)}
      onRetry={list.again}
    >
      <Button id="subsidies-filter" kind="secondary" onTap={() => setFinding(true)}>
        {shown.length === 0 ? '按项目、地方、状态查找' : `只看：${shown.join('，')}`}
      </Button>
      {shown.length === 0 ? null : (
        <Button id="subsidies-all" kind="text" onTap={() => setFilter(none)}>
          查看全部
        </Button>
      )}
      {finding ? (
        <Sheet id="subsidies" open title="查找申报" onClose={() => setFinding(false)}>
          <ChoiceField
            id="filter-kind"
            label="补贴项目"
            required={false}
            options={items}
            value={filter.kind}
            onChange={set('kind')}
          />
          {regions.length > 2 ? (
            <ChoiceField
              id="filter-region"
              label="县（市、区）和开发区"
              required={false}
              options={regions}
              value={filter.regionId}
              onChange={set('regionId')}
            />
          ) : null}
          <ChoiceField
            id="filter-state"
            label="办到哪一步"
            required={false}
            options={states}
            value={filter.state}
            onChange={set('state')}
          />
          <Button id="subsidies-find" onTap={() => setFinding(false)}>
            看结果
          </Button>
        </Sheet>
      ) : null}
      <KeysetList
        id="more-subsidies"
        list={list}
        empty={<Empty title="没有这样的申报" hint="换个项目、地方或状态再看。" />}
      >
        {(rows) => rows.map((row) => <Row key={row.applicationId} row={row} />)}
      </KeysetList>
    </Page>
  );
}

const titleOf = (answer: Answer | null): string => {
  const found = answer?.found;
  if (!found) return '创业补贴申报';
  return found.count === 0 ? '没有这样的申报' : `创业补贴申报${found.more ? '超过' : ''} ${found.count} 件`;
};

function Row({ row }: { row: HandedIn }) {
  const { applicationId, nameZh, itemZh, regionZh, reference, submittedOn, dueOn, workdaysOver, amountFen } = row;
  const sum = amountFen === null ? null : `${formatYuan(amountFen)} 元`;
  // Of what is paid once there is nothing to reckon.
  const amountZh = sum === null || row.howZh === sum ? sum : `${sum}（${row.howZh}）`;
  const due =
    dueOn === null ? null : workdaysOver === null ? `最迟${dayEndZh(dueOn)}` : `已超期 ${workdaysOver} 个工作日`;
  return (
    <ListRow
      id={`subsidy-${applicationId}`}
      title={nameZh ?? reference ?? itemZh}
      detail={
        <>
          <View>{[itemZh, regionZh, nameZh === null ? null : reference].filter(Boolean).join('，')}</View>
          <View>{[amountZh, `${formatDayZh(submittedOn)}提交`, due].filter(Boolean).join('，')}</View>
        </>
      }
      aside={<Tag tone={workdaysOver === null ? row.tone : 'warn'}>{row.stateZh.split('，')[0]}</Tag>}
      onTap={() => go('staff/application', { applicationId })}
    />
  );
}
