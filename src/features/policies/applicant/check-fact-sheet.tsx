import { shanghaiDate } from '@shared/kernel/shanghai';
import { isBlank } from '@shared/kernel/typed/unseen';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { serverNow } from '../../../client/server-clock';
import type { PickedFile } from '../../../client/uploads/pick-file';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { DateField } from '../../../ui/fields/date-field';
import { TextArea } from '../../../ui/fields/text-area';
import { Sheet } from '../../../ui/sheets/sheet';
import { toast } from '../../../ui/sheets/toast';
import type { FactView } from '../answers';
import { FactField, type FactValue } from '../fact-field';
import { idOfFact } from '../fact-input';
import { ChooseEvidence } from './choose-evidence';
import { factSlot, factTransfers } from './fact-transfers';

interface Props {
  entryId: string;
  fact: FactView;
  onClose: () => void;
}

/** What staff found of one fact, on which day and by what: it counts before what was said. Nothing is filled in beforehand but what stands. */
export function CheckFactSheet({ entryId, fact, onClose }: Props) {
  const check = useChange(api.policies.checkFact, touches.policies);
  const [value, setValue] = useState<FactValue | null>(fact.value);
  const form = useTypedForm('check-fact', `${entryId}:${fact.fact}`);
  const [on, setOn] = form.field('on', '');
  const [note, setNote] = form.field('note', '');
  const [file, setFile] = useState<PickedFile | null>(null);
  const field = idOfFact(fact.fact);
  const errors = useFieldErrors(
    check.failure,
    {
      value: value === null && '请填写核对的结果',
      on: on === '' && '请选择核对日期',
      note: isBlank(note) && '请写明依据',
    },
    (name) => (name === 'value' ? field : `check-${name}`),
  );
  const send = async () => {
    if (value === null) return;
    const kept = await check.run({ entryId, fact: fact.fact, value, on, note: note.trim() });
    if (!kept) return;
    // What was written last stands first: the file goes to it.
    const factId = kept.history[0]?.factId;
    if (file && factId) void factTransfers.begin(factId, factSlot.code, file);
    form.sent();
    toast('已登记');
    onClose();
  };
  return (
    <Sheet id="check-fact" open title={`核对“${fact.zh}”`} onClose={onClose}>
      <AskedForm errors={errors} button={{ id: 'check-fact-save', zh: '登记', busy: check.busy }} onSend={send}>
        <FactField fact={fact} whose="staff" value={value} onChange={setValue} error={errors.of('value')} />
        <DateField
          id="check-on"
          label="核对日期"
          to={shanghaiDate(serverNow())}
          value={on}
          onChange={setOn}
          error={errors.of('on')}
        />
        <TextArea
          id="check-note"
          label="依据"
          hint="看了什么、在哪里查的，如：营业执照原件、社保系统查询结果"
          max={200}
          value={note}
          onChange={setNote}
          error={errors.of('note')}
        />
        <ChooseEvidence file={file} onChange={setFile} />
      </AskedForm>
    </Sheet>
  );
}
