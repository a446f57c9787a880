import type { KindQuestion } from '@shared/benefits/application/kind';
import { askedIn } from '@shared/benefits/application/problems';
import { kindOf } from '@shared/benefits/kinds';
import type { Answer, Answers } from '@shared/forms/question';
import { unanswered } from '@shared/forms/unanswered';
import { isBlank } from '@shared/kernel/typed/unseen';
import { useState } from 'react';
import type { Failure } from '../../../client/transport/failure';
import { AskedForm } from '../../../patterns/asked-form';
import { isMeant } from '../../../patterns/cases/offered';
import { useMeant } from '../../../patterns/cases/use-meant';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { TextArea } from '../../../ui/fields/text-area';
import { Notice } from '../../../ui/notice';
import { Sheet } from '../../../ui/sheets/sheet';
import type { ApplicationView } from './application-view';
import { QuestionField } from './question-field';

type Move = ApplicationView['moves'][number];

interface Props {
  applicationId: string;
  kind: string;
  move: string;
  /** Null: it is not offered, or not any more. */
  offered: Move | null;
  open: boolean;
  failure: Failure | null;
  onClose: () => void;
  onSend: (reason: string, answers: Answers) => Promise<boolean>;
}

const isEmpty = (answer: Answer | undefined): boolean => answer === undefined || answer === null || answer === '';

/** What a move of some kind is told: its questions on one sheet, with what stands in them beforehand, and the reason where it asks one. */
export function MoveSheet({ applicationId, kind, move, offered, open, failure, onClose, onSend }: Props) {
  const { meant, taken, title, saidOf } = useMeant(offered, open);
  const form = useTypedForm(move, applicationId);
  const [reason, setReason] = form.field('reason', '');
  const questions = (kindOf(kind)?.records?.[move]?.questions ?? []).map((question) => ({
    ...question,
    choices: meant?.asked?.choices[question.name] ?? question.choices,
  }));
  // What is sealed stays off the device.
  const [sealed, setSealed] = useState<Answers>({});
  const fieldOf = ({ name, input }: KindQuestion): [Answer | undefined, (value: Answer) => void] =>
    input === 'sealed'
      ? [sealed[name], (value) => setSealed((before) => ({ ...before, [name]: value }))]
      : form.field(`answer-${name}`, meant?.asked?.proposed[name]);
  const answers: Answers = Object.fromEntries(
    questions.map((question) => [question.name, fieldOf(question)[0] ?? null]),
  );
  const asked = askedIn({ questions }, answers);
  const missing: Record<string, string | false> = Object.fromEntries([
    ...asked.map((question) => [
      question.name,
      !question.optional && isEmpty(answers[question.name]) && unanswered(question),
    ]),
    ...(meant?.asksReason ? [['reason', isBlank(reason) && '请写明理由']] : []),
  ]);
  const errors = useFieldErrors(failure, missing, (name) =>
    name === 'reason' ? `${move}-reason` : `field-${move}-${name}`,
  );
  const send = async () => {
    if (offered === null || (offered.danger !== null && !(await isMeant(offered)))) return;
    const told = Object.fromEntries(asked.map(({ name }) => [name, answers[name] ?? null]));
    if (!(await onSend(reason.trim(), told))) return;
    form.sent();
    setSealed({});
  };
  return (
    <Sheet id={`${move}-sheet`} open={open} title={title} onClose={onClose}>
      {meant?.danger ? <Notice tone="warn">{meant.danger}</Notice> : null}
      <AskedForm errors={saidOf(errors)} button={{ id: `${move}-send`, zh: title, disabled: taken }} onSend={send}>
        {asked.map((question) => (
          <QuestionField
            key={question.name}
            section={move}
            question={question}
            value={answers[question.name]}
            source={undefined}
            error={errors.of(question.name)}
            onChange={fieldOf(question)[1]}
            onLeave={() => undefined}
          />
        ))}
        {meant?.asksReason ? (
          <TextArea
            id={`${move}-reason`}
            label="理由"
            hint="申报人会看到，请写明依据"
            value={reason}
            onChange={setReason}
            max={500}
            error={errors.of('reason')}
          />
        ) : null}
      </AskedForm>
    </Sheet>
  );
}
