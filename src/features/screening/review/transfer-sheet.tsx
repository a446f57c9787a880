import { isBlank } from '@shared/kernel/typed/unseen';
import type { Failure } from '../../../client/transport/failure';
import { AskedForm } from '../../../patterns/asked-form';
import { offeredOf } from '../../../patterns/cases/offered';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { TextArea } from '../../../ui/fields/text-area';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { Sheet } from '../../../ui/sheets/sheet';
import type { Decision } from './decision/standing-decision';
import type { Review } from './marks/mark-keeper';

export type Transfer = { toContestId: string; trackCode: string; reason: string };

interface Props {
  review: Review;
  /** What was typed before, when the decision came back. */
  typed: Decision | null;
  open: boolean;
  onClose: () => void;
  failure: Failure | null;
  onSend: (transfer: Transfer) => Promise<boolean>;
}

const fieldIds = { toContestId: 'transfer-region', trackCode: 'transfer-track', reason: 'transfer-reason' } as const;

/** Hands the entry to another county, into a track that is run there. */
export function TransferSheet({ review, typed, open, onClose, failure, onSend }: Props) {
  const form = useTypedForm('transfer', review.entryId);
  const [toContestId, setContest] = form.field('toContestId', typed?.toContestId ?? '');
  const [trackCode, setTrack] = form.field('trackCode', typed?.trackCode ?? '');
  const [reason, setReason] = form.field('reason', typed?.words ?? '');
  const target = review.transferTargets.find((each) => each.contestId === toContestId);
  const tracks = target?.tracks ?? [];
  const missing = {
    toContestId: toContestId === '' && '请选择接收的县（市、区）',
    trackCode: trackCode === '' && '请选择赛道',
    reason: isBlank(reason) && '请写明理由',
  };
  const errors = useFieldErrors(failure, missing, (field) => fieldIds[field]);

  const chooseContest = (contestId: string) => {
    const runs = review.transferTargets.find((each) => each.contestId === contestId)?.tracks ?? [];
    setContest(contestId);
    // The same track is meant where it is run; otherwise the clerk has to choose.
    const same = runs.find(({ code, zh }) => code === trackCode || zh === review.trackZh);
    setTrack(same?.code ?? '');
  };

  const send = async () => {
    if (!target) return;
    const body = `转给${target.regionZh}。${offeredOf(review.moves, 'transfer')?.danger ?? ''}`;
    if (!(await confirmDanger({ title: '转办', body, confirm: '转办' }))) return;
    if (await onSend({ toContestId, trackCode, reason: reason.trim() })) form.sent();
  };

  return (
    <Sheet id="transfer-sheet" open={open} title="转办" onClose={onClose}>
      <AskedForm errors={errors} button={{ id: 'transfer-send', zh: '转办' }} onSend={send}>
        <ChoiceField
          id="transfer-region"
          label="接收的县（市、区）"
          options={review.transferTargets.map(({ contestId, regionZh }) => ({ value: contestId, zh: regionZh }))}
          value={toContestId}
          onChange={chooseContest}
          error={errors.of('toContestId')}
        />
        <ChoiceField
          id="transfer-track"
          label="赛道"
          hint="只列出接收方设立的赛道"
          options={tracks.map(({ code, zh }) => ({ value: code, zh }))}
          value={trackCode}
          onChange={setTrack}
          disabled={tracks.length === 0}
          error={errors.of('trackCode')}
        />
        <TextArea
          id="transfer-reason"
          label="转办理由"
          hint="参赛者和接收方都会看到"
          value={reason}
          onChange={setReason}
          max={300}
          error={errors.of('reason')}
        />
      </AskedForm>
    </Sheet>
  );
}
