import { formatYuan } from '@shared/kernel/money';
import { formatFullDateZh, shanghaiDate } from '@shared/kernel/shanghai';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { serverNow } from '../../../client/server-clock';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { DateField } from '../../../ui/fields/date-field';
import { KeyValue } from '../../../ui/lists/key-value';
import { ListRow } from '../../../ui/lists/list-row';
import { Section } from '../../../ui/section';
import { Sheet } from '../../../ui/sheets/sheet';
import { Tag } from '../../../ui/tag';
import type { Board } from './board';

type Owed = Board['arrears'][number];

/** Rent that is owed, the oldest first; that it came in is recorded here, the app takes no payment. */
export function Arrears({ board: { siteId, arrears } }: { board: Board }) {
  const [open, setOpen] = useState<Owed | null>(null);
  if (arrears.length === 0) return null;
  return (
    <Section title="没有登记的租金" aside="最早的在前，小程序不收款">
      {arrears.map((owed) => (
        <ListRow
          key={`${owed.tenancyId}-${owed.n}`}
          id={`owed-${owed.tenancyId}-${owed.n}`}
          title={owed.placeZh}
          detail={`${owed.nameZh}，${monthZh(owed)}，应付 ${formatYuan(owed.dueFen)} 元`}
          aside={
            <Tag tone={owed.days >= 30 ? 'error' : 'warn'}>{owed.days === 0 ? '今天到期' : `已过 ${owed.days} 天`}</Tag>
          }
          onTap={() => setOpen(owed)}
        />
      ))}
      <RentSheet
        key={open === null ? undefined : `${open.tenancyId}-${open.n}`}
        siteId={siteId}
        owed={open}
        onClose={() => setOpen(null)}
      />
    </Section>
  );
}

/** Rent is due from month to month of the agreement, not of the calendar. */
const monthZh = ({ dueOn }: Owed): string => `${formatFullDateZh(dueOn)}起一个月`;

function RentSheet({ siteId, owed, onClose }: { siteId: string; owed: Owed | null; onClose: () => void }) {
  const today = shanghaiDate(serverNow());
  const form = useTypedForm('rent', owed === null ? '' : `${owed.tenancyId}:${owed.n}`);
  const [paidOn, setPaidOn] = form.field('paidOn', today);
  const record = useChange(api.incubation.recordRent, touches.places);
  const errors = useFieldErrors(
    record.failure,
    { paidOn: paidOn === '' && '请选收到的日子' },
    (field) => `rent-${field}`,
  );
  const send = async () => {
    if (owed === null) return;
    if ((await record.run({ siteId, tenancyId: owed.tenancyId, n: owed.n, paidOn })) === null) return;
    form.sent();
    onClose();
  };
  return (
    <Sheet id="rent-sheet" open={owed !== null} title={`登记租金：${owed?.placeZh ?? ''}`} onClose={onClose}>
      {owed === null ? null : (
        <KeyValue
          items={[
            { label: '承租人', value: owed.nameZh },
            { label: '哪个月', value: monthZh(owed) },
            { label: '应付', value: `${formatYuan(owed.dueFen)} 元` },
          ]}
        />
      )}
      <AskedForm errors={errors} button={{ id: 'rent-send', zh: '登记已收', kind: 'primary' }} onSend={send}>
        <DateField
          id="rent-paidOn"
          label="哪天收到"
          to={today}
          value={paidOn}
          onChange={setPaidOn}
          error={errors.of('paidOn')}
        />
      </AskedForm>
    </Sheet>
  );
}
