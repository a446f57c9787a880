import { momentZh } from '@shared/kernel/moment-words';
import { useState } from 'react';
import { api } from '../../client/api';
import { useList } from '../../client/cache/use-list';
import { sentenceOf } from '../../client/transport/failure';
import { KeysetList } from '../../patterns/keyset-list';
import { RecordRow } from '../../patterns/record-row';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { DateField } from '../../ui/fields/date-field';
import { Page } from '../../ui/page';

type Opening = Awaited<ReturnType<typeof api.oversight.openings>>['items'][number];
type Person = { id: string; zh: string };

/** Which sealed values and files were opened by whom, when and for what: for the supervisor, by day and by person. */
export function OpeningsDesk() {
  const [day, setDay] = useState('');
  const [person, setPerson] = useState<Person | null>(null);
  const filter = { day: day || null, personId: person?.id ?? null };
  const list = useList(['oversight', 'openings', filter], (cursor) => api.oversight.openings({ ...filter, cursor }));
  const everything = () => {
    setDay('');
    setPerson(null);
  };
  return (
    <Page
      wide
      title={person ? `${person.zh}查看过的信息和文件` : '谁查看过个人信息和文件'}
      state={list.error ? 'error' : list.pending ? 'loading' : 'ready'}
      error={sentenceOf(list.error)}
      onRetry={list.again}
    >
      <Card>
        <DateField id="openings-day" label="日期" required={false} value={day} onChange={setDay} />
        {day || person ? (
          <Button id="openings-all" kind="text" onTap={everything}>
            查看全部
          </Button>
        ) : null}
      </Card>
      <KeysetList id="openings-more" list={list} empty={<Empty title="没有查看记录" hint="换个日期或人员再看。" />}>
        {(rows) => (
          <Card>
            {rows.map((opening) => (
              <OpeningRow key={opening.id} opening={opening} onPerson={person ? null : setPerson} />
            ))}
          </Card>
        )}
      </KeysetList>
    </Page>
  );
}

function OpeningRow({ opening, onPerson }: { opening: Opening; onPerson: ((person: Person) => void) | null }) {
  const { id, at, personId, whoZh, officeZh, whatZh, whyZh } = opening;
  return (
    <RecordRow
      id={`opening-${id}`}
      title={whatZh}
      lines={[`${whoZh}（${officeZh}）`, momentZh(at), whyZh]}
      onPerson={onPerson === null ? undefined : () => onPerson({ id: personId, zh: whoZh })}
    />
  );
}
