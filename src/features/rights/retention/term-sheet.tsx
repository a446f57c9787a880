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
import { toast } from '../../../ui/sheets/toast';
import type { Term } from './retention-views';

const unitZh = { days: '天', months: '个月' } as const;

/** The city's word on one term: how long, by which document, from which day. */
export function TermSheet({ term, onClose }: { term: Term; onClose: () => void }) {
  const say = useChange(api.rights.sayTerm, touches.retention);
  const form = useTypedForm('term', term.name);
  const [length, setLength] = form.field<number | null>('length', term.length);
  const [docNo, setDocNo] = form.field('docNo', '');
  const [from, setFrom] = form.field('from', '');
  const [why, setWhy] = form.field('why', '');
  const errors = useFieldErrors(
    say.failure,
    {
      length: length === null && '请填写期限',
      docNo: isBlank(docNo) && '请填写依据的文号或者批准记录',
      from: from === '' && '请选择开始的那一天',
      why: isBlank(why) && '请写明原因',
    },
    (name) => `term-${name}`,
  );
  const send = async () => {
    if (length === null) return;
    if (!(await say.run({ name: term.name, length, docNo: docNo.trim(), from, why: why.trim() }))) return;
    form.sent();
    toast('期限已登记');
    onClose();
  };
  return (
    <Sheet id="say-term" open title={`修改“${term.zh}”的期限`} onClose={onClose}>
      <AskedForm errors={errors} button={{ id: 'term-save', zh: '登记', busy: say.busy }} onSend={send}>
        <NumberField
          id="term-length"
          label={`保存多少${unitZh[term.unit]}`}
          hint={`从${term.fromZh}起算，可选 ${term.boundsZh ?? ''}`}
          value={length}
          onChange={setLength}
          error={errors.of('length')}
        />
        <TextField
          id="term-docNo"
          label="依据"
          hint="文号，或主办单位的批准记录"
          max={60}
          value={docNo}
          onChange={setDocNo}
          error={errors.of('docNo')}
        />
        <DateField
          id="term-from"
          label="从哪天起"
          from={shanghaiDate(serverNow())}
          value={from}
          onChange={setFrom}
          error={errors.of('from')}
        />
        <TextField
          id="term-why"
          label="原因"
          hint="仅工作人员可见"
          max={100}
          value={why}
          onChange={setWhy}
          error={errors.of('why')}
        />
      </AskedForm>
    </Sheet>
  );
}
