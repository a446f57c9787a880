import { shanghaiDate } from '@shared/kernel/shanghai';
import { isBlank } from '@shared/kernel/typed/unseen';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { serverNow } from '../../../client/server-clock';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { DateField } from '../../../ui/fields/date-field';
import { NumberField } from '../../../ui/fields/number-field';
import { TextField } from '../../../ui/fields/text-field';
import { Sheet } from '../../../ui/sheets/sheet';
import type { LoanView } from './loan-view';

const fenOf = (yuan: number | null): number => Math.round((yuan ?? 0) * 100);

interface AddProps {
  loan: LoanView;
  open: boolean;
  onClose: () => void;
}

/** What was paid on a day, with what falls due filled in beforehand. */
export function RepaymentSheet({ loan: { applicationId, next }, open, onClose }: AddProps) {
  const form = useTypedForm('repayment', applicationId);
  const [on, setOn] = form.field('on', '');
  const [principalYuan, setPrincipal] = form.field<number | null>('principal', (next?.principalFen ?? 0) / 100);
  const [interestYuan, setInterest] = form.field<number | null>('interest', (next?.interestFen ?? 0) / 100);
  const [serial, setSerial] = form.field('serial', '');
  const change = useChange(api.lending.addRepayment, touches.lending);
  const errors = useFieldErrors(change.failure, {
    on: on === '' && '请选择还款日期',
    principalFen: principalYuan === null && '请填写本金，没有还本金填 0',
    interestFen: interestYuan === null && '请填写利息，没有收利息填 0',
    serial: null,
  });
  const send = async () => {
    const row = { on, principalFen: fenOf(principalYuan), interestFen: fenOf(interestYuan), serial: serial.trim() };
    if (!(await change.run({ applicationId, ...row }))) return;
    form.sent();
    onClose();
  };
  return (
    <Sheet id="repayment-sheet" open={open} title="登记还款" onClose={onClose}>
      <AskedForm errors={errors} button={{ id: 'repayment-send', zh: '登记', busy: change.busy }} onSend={send}>
        <DateField
          id="field-on"
          label="还款日期"
          value={on}
          to={shanghaiDate(serverNow())}
          onChange={setOn}
          error={errors.of('on')}
        />
        <NumberField
          id="field-principalFen"
          label="本金"
          unit="元"
          digits={2}
          value={principalYuan}
          onChange={setPrincipal}
          error={errors.of('principalFen')}
        />
        <NumberField
          id="field-interestFen"
          label="利息"
          hint="填银行实收的利息"
          unit="元"
          digits={2}
          value={interestYuan}
          onChange={setInterest}
          error={errors.of('interestFen')}
        />
        <TextField
          id="field-serial"
          label="流水号"
          hint="同一个流水号只登记一次"
          required={false}
          value={serial}
          max={60}
          onChange={setSerial}
          error={errors.of('serial')}
        />
      </AskedForm>
    </Sheet>
  );
}

interface VoidProps {
  applicationId: string;
  /** Null: none is meant. */
  repaymentId: string | null;
  onClose: () => void;
}

/** A row that was entered wrongly: it stays in sight, and what follows from it is reckoned anew. */
export function VoidSheet({ applicationId, repaymentId, onClose }: VoidProps) {
  const form = useTypedForm('void-repayment', repaymentId ?? '');
  const [reason, setReason] = form.field('reason', '');
  const change = useChange(api.lending.voidRepayment, touches.lending);
  const errors = useFieldErrors(change.failure, { reason: isBlank(reason) && '请写明为什么作废' });
  const send = async () => {
    if (repaymentId === null || !(await change.run({ applicationId, repaymentId, reason: reason.trim() }))) return;
    form.sent();
    onClose();
  };
  return (
    <Sheet id="void-sheet" open={repaymentId !== null} title="作废这笔还款" onClose={onClose}>
      <AskedForm
        errors={errors}
        button={{ id: 'void-send', zh: '作废', kind: 'danger', busy: change.busy }}
        onSend={send}
      >
        <TextField
          id="field-reason"
          label="原因"
          hint="借款人和人社窗口能看到"
          value={reason}
          max={200}
          onChange={setReason}
          error={errors.of('reason')}
        />
      </AskedForm>
    </Sheet>
  );
}
