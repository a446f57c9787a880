import { shanghaiDate } from '@shared/kernel/shanghai';
import { isBlank } from '@shared/kernel/typed/unseen';
import { api } from '../../../../client/api';
import { touches } from '../../../../client/cache/touches';
import { useChange } from '../../../../client/cache/use-change';
import { serverNow } from '../../../../client/server-clock';
import { AskedForm } from '../../../../patterns/asked-form';
import { useTypedForm } from '../../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../../patterns/use-field-errors';
import { DateField } from '../../../../ui/fields/date-field';
import { RadioList } from '../../../../ui/fields/radio-list';
import { TextArea } from '../../../../ui/fields/text-area';
import { toast } from '../../../../ui/sheets/toast';

interface Props {
  entryId: string;
  /** The lists that were looked through. */
  codes: readonly string[];
  /** Nobody stands in any of them: nothing is to be chosen. */
  allClear: boolean;
  onKept: () => void;
}

const fieldIds = { clear: 'check-result', checkedOn: 'check-date', note: 'check-note' } as const;

/** Records a look: the result, the day, by what evidence. */
export function CheckForm({ entryId, codes, allClear, onKept }: Props) {
  const today = shanghaiDate(serverNow());
  const form = useTypedForm('checks', `${entryId}:${codes.join()}`);
  const [result, setResult] = form.field<'clear' | 'listed' | null>('result', allClear ? 'clear' : null);
  const [checkedOn, setCheckedOn] = form.field('checkedOn', today);
  const [note, setNote] = form.field('note', '');
  const { run, failure, busy } = useChange(api.screening.recordChecks, touches.reviewNotes);
  const missing = {
    clear: result === null && '请选择结果',
    checkedOn: checkedOn === '' && '请选择日期',
    note: result === 'listed' && isBlank(note) && '请写明在哪里查的、查到什么',
  };
  const errors = useFieldErrors(failure, missing, (field) => fieldIds[field]);
  const keep = async () => {
    const kept = await run({ entryId, codes: [...codes], clear: result === 'clear', checkedOn, note: note.trim() });
    if (!kept) return;
    form.sent();
    toast('已登记');
    onKept();
  };
  return (
    <AskedForm errors={errors} button={{ id: 'check-save', zh: allClear ? '登记未列入' : '保存', busy }} onSend={keep}>
      {allClear ? null : (
        <RadioList
          id="check-result"
          label="核查结果"
          options={[
            { value: 'clear', zh: '未列入' },
            { value: 'listed', zh: '已列入' },
          ]}
          value={result}
          onChange={setResult}
          error={errors.of('clear')}
        />
      )}
      <DateField
        id="check-date"
        label="核查日期"
        value={checkedOn}
        onChange={setCheckedOn}
        to={today}
        error={errors.of('checkedOn')}
      />
      <TextArea
        id="check-note"
        label="依据"
        hint="在哪里查的、查到什么。截图可以登记后再加"
        required={result === 'listed'}
        value={note}
        onChange={setNote}
        max={300}
        error={errors.of('note')}
      />
    </AskedForm>
  );
}
