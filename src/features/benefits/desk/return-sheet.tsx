import type { Failure } from '../../../client/transport/failure';
import { AskedForm } from '../../../patterns/asked-form';
import { isMeant, type Offered } from '../../../patterns/cases/offered';
import { useMeant } from '../../../patterns/cases/use-meant';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { TextArea } from '../../../ui/fields/text-area';
import { Notice } from '../../../ui/notice';
import { Sheet } from '../../../ui/sheets/sheet';

type Fault = { section: string; text: string };

interface Props {
  applicationId: string;
  open: boolean;
  offered: Offered | null;
  sections: ReadonlyArray<{ code: string; zh: string }>;
  failure: Failure | null;
  onClose: () => void;
  onSend: (faults: Fault[], message: string) => Promise<boolean>;
}

/** Every fault at once, part by part; a part in which something is written comes back to the applicant, the others stay as they are. */
export function ReturnSheet({ applicationId, open, offered, sections, failure, onClose, onSend }: Props) {
  const form = useTypedForm('return', applicationId);
  const [message, setMessage] = form.field('message', '');
  const faultField = (code: string) => form.field(`fault-${code}`, '');
  const faults = sections.flatMap(({ code }) => {
    const text = faultField(code)[0].trim();
    return text === '' ? [] : [{ section: code, text }];
  });
  const errors = useFieldErrors(
    failure,
    { faults: faults.length === 0 && '请至少写一处问题', message: null },
    () => `fault-${sections[0]?.code}`,
  );
  /** What the server says of one of them, by its place among those that were sent; that all are empty stands at the first. */
  const errorAt = (code: string, i: number) => {
    const at = faults.findIndex(({ section }) => section === code);
    return failure?.fields[`faults.${at}.text`] ?? (i === 0 && faults.length === 0 ? errors.of('faults') : undefined);
  };
  const { taken, saidOf } = useMeant(offered, open);
  const send = async () => {
    if (offered === null || !(await isMeant(offered, '发出并退回'))) return;
    if (await onSend(faults, message.trim())) form.sent();
  };
  return (
    <Sheet id="return-sheet" open={open} title="补正告知书（一次性告知）" onClose={onClose}>
      <Notice tone="warn">在有问题的部分写明问题，只有写了的部分能改。发出后不能补充、修改。</Notice>
      <AskedForm
        errors={saidOf(errors)}
        button={{ id: 'return-send', zh: '发出并退回', kind: 'primary', disabled: taken }}
        onSend={send}
      >
        {sections.map(({ code, zh }, i) => (
          <TextArea
            key={code}
            id={`fault-${code}`}
            label={zh}
            required={false}
            value={faultField(code)[0]}
            onChange={faultField(code)[1]}
            max={200}
            error={errorAt(code, i)}
          />
        ))}
        <TextArea
          id="return-message"
          label="给申报人的说明"
          hint="申报人会看到，可不填"
          required={false}
          value={message}
          onChange={setMessage}
          max={500}
          error={errors.of('message')}
        />
      </AskedForm>
    </Sheet>
  );
}
