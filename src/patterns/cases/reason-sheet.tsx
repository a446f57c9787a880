import { useState } from 'react';
import type { Failure } from '../../client/transport/failure';
import type { Offered } from '../../features/screening/review/move-closed';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/fields/text-area';
import { Notice } from '../../ui/notice';
import { confirmDanger } from '../../ui/sheets/confirm';
import { Sheet } from '../../ui/sheets/sheet';
import { useFieldErrors } from '../use-field-errors';

interface Props {
  /** `reject` or `reopen`; the ids begin with it. */
  move: string;
  offered: Offered | null;
  /** Who reads the reason, and what belongs in it. */
  hint: string;
  max: number;
  /** Said where the move also takes words that only colleagues read; left out where it does not. */
  noteHint?: string;
  open: boolean;
  onClose: () => void;
  failure: Failure | null;
  onSend: (reason: string, note: string) => Promise<boolean>;
}

/** A move that must be reasoned: what will happen, why, and one more question before it is done. */
export function ReasonSheet({ move, offered, hint, max, noteHint, open, onClose, failure, onSend }: Props) {
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const label = offered?.label ?? '';
  const missing = { reason: reason.trim() === '' && '请写明理由', note: null };
  const errors = useFieldErrors(failure, missing, (field) => `${move}-${field}`);

  const send = async () => {
    if (!errors.complete()) return;
    const body = offered?.danger ?? '';
    if (!(await confirmDanger({ title: label, body, confirm: label }))) return;
    if (!(await onSend(reason.trim(), note.trim()))) return;
    setReason('');
    setNote('');
  };

  return (
    <Sheet id={`${move}-sheet`} open={open} title={label} onClose={onClose}>
      {offered?.danger ? <Notice tone="warn">{offered.danger}</Notice> : null}
      <TextArea
        id={`${move}-reason`}
        label="理由"
        hint={hint}
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
      {errors.general === null ? null : <Notice tone="error">{errors.general}</Notice>}
      <Button id={`${move}-send`} onTap={send}>
        {label}
      </Button>
    </Sheet>
  );
}
