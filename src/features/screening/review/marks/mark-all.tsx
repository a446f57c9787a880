import { api } from '../../../../client/api';
import { touches } from '../../../../client/cache/touches';
import { useChange } from '../../../../client/cache/use-change';
import { Button } from '../../../../ui/button';
import { Notice } from '../../../../ui/notice';
import { toast } from '../../../../ui/sheets/toast';
import { asMarks, type KeptMark, type MarkKeeper, type Review, type ReviewSection } from './mark-keeper';

interface Props {
  review: Review;
  kept: ReadonlyMap<ReviewSection['section'], KeptMark>;
  keeper: MarkKeeper;
}

/** Finds in order whatever is not read yet, in one act; offered while nothing was found faulty. */
export function MarkAll({ review, kept, keeper }: Props) {
  const { run, failure, busy } = useChange(api.screening.markAll, touches.reviewNotes);
  const verdicts = asMarks(review, kept).map(({ verdict }) => verdict);
  if (!verdicts.includes('unread') || verdicts.includes('fault')) return null;
  const markAll = async () => {
    if (!(await keeper.flush())) return;
    const marked = await run({ entryId: review.entryId });
    if (marked === null) return;
    keeper.load(marked.sections, review.round);
    toast('已全部标为无误');
  };
  return (
    <>
      {failure ? <Notice tone="error">{failure.message}</Notice> : null}
      <Button id="mark-all" kind="secondary" busy={busy} onTap={markAll}>
        全部无误
      </Button>
    </>
  );
}
