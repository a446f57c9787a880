import { isBlank } from '@shared/kernel/typed/unseen';
import type { Failure } from '../../client/transport/failure';
import { TextArea } from '../../ui/fields/text-area';
import { Notice } from '../../ui/notice';
import { Sheet } from '../../ui/sheets/sheet';
import { AskedForm } from '../asked-form';
import { useTypedForm } from '../forms/use-typed-form';
import { useFieldErrors } from '../use-field-errors';
import { isMeant, type Offered } from './offered';
import { useMeant } from './use-meant';

interface Props {
  /** The move's name; the ids begin with it. */
  move: string;
  /** The id of the case: what is typed is kept for it until it is sent. */
  about: string;
  offered: Offered | null;
  /** Who reads the reason, and what belongs in it. */
  hint: string;
  max: number;
  /** The move may be made without a reason. */
  optional?: boolean;
  /** Said where the move also takes words that only colleagues read; left out where it does not. */
  noteHint?: string;
  kind?: 'primary' | 'danger';
  /** What was typed before, when the move came back. */
  typed?: string;
  open: boolean;
  onClose: () => void;
  failure: Failure | null;
  onSend: (reason: string, note: string) => Promise<boolean>;
}

/** A move that is reasoned: what will happen, why, and one more question before it is done. */
export function ReasonSheet(props: Props) {
  const {
    move,
    about,
    offered,
    hint,
    max,
    optional = false,
    noteHint,
    kind = 'primary',
    typed = '',
    open,
    onClose,
    failure,
    onSend,
  } = props;
  const form = useTypedForm(move, about);
  const [reason, setReason] = form.field('reason', typed);
  const [note, setNote] = form.field('note', '');
  const { meant, taken, title, saidOf } = useMeant(offered, open);
  const missing = { reason: !optional && isBlank(reason) && '请写明理由', note: null };
  const errors = useFieldErrors(failure, missing, (field) => `${move}-${field}`);

  const send = async () => {
    if (offered === null || !(await isMeant(offered))) return;
    if (await onSend(reason.trim(), note.trim())) form.sent();
  };

  return (
    <Sheet id={`${move}-sheet`} open={open} title={title} onClose={onClose}>
      {meant?.danger ? <Notice tone="warn">{meant.danger}</Notice> : null}
      <AskedForm
        errors={saidOf(errors)}
        button={{ id: `${move}-send`, zh: title, kind, disabled: taken }}
        onSend={send}
      >
        <TextArea
          id={`${move}-reason`}
          label={optional ? '原因' : '理由'}
          hint={hint}
          required={!optional}
          value={reason}
          onChange={setReason}
          max={max}
          error={errors.of('reason')}
        />
        {noteHint === undefined ? null : (
          <TextArea
            id={`${move}-note`}
            label="内部备注"
            hint={noteHint}
            required={false}
            value={note}
            onChange={setNote}
            max={500}
            error={errors.of('note')}
          />
        )}
      </AskedForm>
    </Sheet>
  );
}
