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
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';
import { Tag } from '../../../ui/tag';

type Answer = Awaited<ReturnType<typeof api.subsidies.handedIn>>;
type HandedIn = Answer['items'][number];
export type HandedInFilter = { kind: string; regionId: string; state: string };

const items = [{ value: '', zh: '全部项目' }, ...subsidyItems.map(({ code, zh }) => ({ value: code, zh }))];
const states = [{ value: '', zh: '全部状态' }, ...handedInAs.map(({ value, zh }) => ({ value, zh }))];

/** What was handed in for start-up money, whatever became of it: by item, region and state. For the city, the supervisor and the desks. */
export function HandedInDesk({ filter: first }: { filter: HandedInFilter }) {
  const [filter, setFilter] = useState(first);
  const set = (name: keyof HandedInFilter) => (value: string) => setFilter((was) => ({ ...was, [name]: value }));
  const asked = { kind: filter.kind || null, regionId: filter.regionId || null, state: filter.state || null };
  const list = useList(['subsidies', 'handedIn', asked], (cursor) => api.subsidies.handedIn({ ...asked, cursor }));
  const regions = list.first?.regions ?? [];
  return (
    <Page
      wide
      title={titleOf(list.rows === null ? null : list.first)}
      state={list.pending ? 'loading' : list.error && !list.first ? 'error' : 'ready'}
      error={sentenceOf(list.error)}
      onRetry={list.again}
    >
      <Card>
        <ChoiceField
          id="filter-kind"
          label="补贴项目"
          required={false}
          options={items}
          value={filter.kind}
          onChange={set('kind')}
        />
        {regions.length > 1 ? (
          <ChoiceField
            id="filter-region"
            label="县（市、区）和开发区"
            required={false}
            options={[{ value: '', zh: '全市' }, ...regions]}
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
      </Card>
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
  const due =
    dueOn === null ? null : workdaysOver === null ? `最迟 ${dayEndZh(dueOn)}` : `已超期 ${workdaysOver} 个工作日`;
  return (
    <ListRow
      id={`subsidy-${applicationId}`}
      title={nameZh ?? reference ?? itemZh}
      detail={
        <>
          <View>{[itemZh, regionZh, nameZh === null ? null : reference].filter(Boolean).join('，')}</View>
          <View>
            {[
              amountFen === null ? null : `${formatYuan(amountFen)} 元（${row.howZh}）`,
              `${formatDayZh(submittedOn)}提交`,
              due,
            ]
              .filter(Boolean)
              .join('，')}
          </View>
        </>
      }
      aside={<Tag tone={workdaysOver === null ? row.tone : 'warn'}>{row.stateZh}</Tag>}
      onTap={() => go('staff/application', { applicationId })}
    />
  );
}
