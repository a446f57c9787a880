import { momentZh } from '@shared/kernel/moment-words';
import { securityActs } from '@shared/people/security-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { useList } from '../../client/cache/use-list';
import { sentenceOf } from '../../client/transport/failure';
import { KeysetList } from '../../patterns/keyset-list';
import { RecordRow } from '../../patterns/record-row';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { ChoiceField } from '../../ui/fields/choice-field';
import { DateField } from '../../ui/fields/date-field';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tag';

type Event = Awaited<ReturnType<typeof api.people.securityLog>>['items'][number];
type Person = { id: string; zh: string };

const acts = [
  { value: 'all', zh: '全部事项' },
  ...Object.entries(securityActs).map(([value, zh]) => ({
    value,
    zh: value === 'people/signIn' ? `${zh}（云开发）` : zh,
  })),
];

/** Who did what, with which outcome, from where: for the supervisor to read, by act, by day, by person. */
export function SecurityDesk() {
  const [act, setAct] = useState('all');
  const [day, setDay] = useState('');
  const [person, setPerson] = useState<Person | null>(null);
  const filter = { act: act === 'all' ? null : act, day: day || null, personId: person?.id ?? null };
  const list = useList(['people', 'securityLog', filter], (cursor) => api.people.securityLog({ ...filter, cursor }));
  const everything = () => {
    setAct('all');
    setDay('');
    setPerson(null);
  };
  return (
    <Page
      wide
      title="安全日志"
      state={list.error ? 'error' : list.pending ? 'loading' : 'ready'}
      error={sentenceOf(list.error)}
      onRetry={list.again}
    >
      <Card>
        <ChoiceField id="log-act" label="事项" options={acts} value={act} onChange={setAct} />
        <DateField id="log-day" label="日期" required={false} value={day} onChange={setDay} />
        {person ? <View className="xh-row-detail">{`只看 ${person.zh}`}</View> : null}
        {act !== 'all' || day || person ? (
          <Button id="log-all" kind="text" onTap={everything}>
            查看全部
          </Button>
        ) : null}
      </Card>
      <KeysetList
        id="log-more"
        list={list}
        empty={<Empty title="没有记录" hint="记录保存一年，换个日期或事项再看。" />}
      >
        {(rows) => (
          <Card>
            {rows.map((event) => (
              <EventRow key={event.id} event={event} onPerson={person ? null : setPerson} />
            ))}
          </Card>
        )}
      </KeysetList>
    </Page>
  );
}

function EventRow({ event, onPerson }: { event: Event; onPerson: ((person: Person) => void) | null }) {
  const { id, at, act, actZh, outcome, outcomeZh, address, personId, whoZh, times } = event;
  return (
    <RecordRow
      id={`event-${id}`}
      title={actZh}
      lines={[
        [whoZh, momentZh(at), times > 1 ? `${times} 次` : ''].filter(Boolean).join('，'),
        outcome === 'OK' ? (
          outcomeZh
        ) : (
          <Tag key="outcome" tone="warn">
            {outcomeZh}
          </Tag>
        ),
        [act, outcome, address].join(' · '),
      ]}
      onPerson={personId === null || onPerson === null ? undefined : () => onPerson({ id: personId, zh: whoZh })}
    />
  );
}
