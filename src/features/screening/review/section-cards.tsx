import { rowVerdict } from '@shared/screening/rows';
import { Notice } from '../../../ui/notice';
import { Tag } from '../../../ui/tag';
import { ChangedSign, FoldingCard } from './folding-card';
import type { KeptMark, MarkKeeper, Review, ReviewSection } from './marks/mark-keeper';
import { MarkPanel } from './marks/mark-panel';
import { markWords, verdictTone, verdictZh } from './marks/verdicts';
import { slotNames } from './material-words';
import type { Opens } from './personal-value';
import { ReviewFiles } from './review-files';
import { ReviewLines } from './review-lines';
import { ReviewMembers } from './review-members';
import type { Place, RowState } from './row-state';

interface Props {
  review: Review;
  kept: ReadonlyMap<ReviewSection['section'], KeptMark>;
  keeper: MarkKeeper;
  /** May this reader open sealed values. */
  opens: Opens;
  /** Does this reader hold the entry, so that marks can be made. */
  marks: boolean;
  /** The row in question, where one goes through them by keys or by the rail. */
  current?: Place | null;
}

type BodyProps = { review: Review; section: ReviewSection; opens: Opens; row: (field: string) => RowState };

/** What a section holds besides its mark. Files and people are shown as such; their lines only say what changed. */
function SectionBody({ review, section, opens, row }: BodyProps) {
  const { entryId } = review;
  const ofItsOwn = section.section === 'materials' || section.section === 'team';
  const lines = ofItsOwn ? section.lines.filter(({ before }) => before !== null) : section.lines;
  return (
    <>
      <ReviewLines entryId={entryId} section={section.section} lines={lines} opens={opens} row={row} />
      {section.section === 'team' ? (
        <ReviewMembers entryId={entryId} members={review.members} opens={opens} row={row} />
      ) : null}
      {section.section === 'materials' ? (
        <ReviewFiles
          materials={review.materials}
          renewals={review.renewals}
          opens={opens}
          names={slotNames(review)}
          row={row}
        />
      ) : null}
    </>
  );
}

/** The form as submitted, section by section, each with the reviewer's mark. What still has to be read stands open. */
export function SectionCards({ review, kept, keeper, opens, marks, current = null }: Props) {
  return (
    <>
      {review.sections.map((section) => {
        const mark = kept.get(section.section);
        const judged = mark?.draft ?? section;
        const { verdict } = judged;
        const inQuestion = current?.section === section.section;
        // Of a part in order the heading says so, and its rows only while one goes through them.
        const row = (field: string): RowState => ({
          verdict: verdict === 'ok' && !inQuestion ? 'unread' : rowVerdict(judged, field),
          current: inQuestion && current?.field === field,
        });
        return (
          <FoldingCard
            key={section.section}
            id={`section-${section.section}`}
            title={section.zh}
            current={inQuestion}
            openAtFirst={section.verdict !== 'ok' || section.changed}
            signs={
              <>
                {section.changed ? <ChangedSign /> : null}
                <Tag tone={verdictTone[verdict]}>{verdictZh(verdict)}</Tag>
              </>
            }
          >
            <SectionBody review={review} section={section} opens={opens} row={row} />
            {marks && mark ? <MarkPanel mark={mark} keeper={keeper} /> : null}
            {!marks && mark && mark.state !== 'saved' ? (
              <Notice tone="warn" title="您写的意见没有保存">
                {markWords(mark.draft, section.reasons)}
              </Notice>
            ) : null}
          </FoldingCard>
        );
      })}
    </>
  );
}
