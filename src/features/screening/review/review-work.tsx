import { useState } from 'react';
import { isMeant, offeredOf } from '../../../patterns/cases/offered';
import { ReasonSheet } from '../../../patterns/cases/reason-sheet';
import { useSheet } from '../../../patterns/cases/use-sheet';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast, toastThere } from '../../../ui/sheets/toast';
import { backToQueue } from '../queue/back-to-queue';
import type { QueueFilter } from '../queue/queue-link';
import { Checks } from './checks/checks';
import { DecidedCard } from './decision/decided-card';
import { RefusalSheet } from './decision/refusal-sheet';
import { type Decision, decisionKey, standingDecision, typedBefore } from './decision/standing-decision';
import type { DeskTab } from './desk/desk-rail';
import { ReviewLayout } from './desk/review-layout';
import { EligibilityCard } from './eligibility-card';
import { MarkAll } from './marks/mark-all';
import { asMarks, type Review } from './marks/mark-keeper';
import { useMarks } from './marks/use-marks';
import { MoreMoves } from './more-moves';
import { ReturnSheet } from './return-sheet';
import { ReviewActions } from './review-actions';
import { ReviewNotes } from './review-notes';
import { ReviewStory } from './review-story';
import { SectionCards } from './section-cards';
import { type Transfer, TransferSheet } from './transfer-sheet';
import { useReviewMoves } from './use-review-moves';
import { useReviewer } from './use-reviewer';

const decidedZh = ({ signedMoves }: Review, move: Decision['move']): string =>
  signedMoves.includes(move) ? '已决定，等另一位负责人复核签字' : '已决定，10 分钟内可以收回';

interface Props {
  review: Review;
  /** The queue that one came from. */
  filter: QueueFilter;
  /** Why nothing newer can be shown, such as that the entry has moved to another county. */
  outdated: string | null;
}

/** One entry under review: everything to read, mark and decide, with the next move in thumb's reach. */
export function ReviewWork({ review, filter, outdated }: Props) {
  const { entryId, version } = review;
  const [tab, setTab] = useState<DeskTab>('form');
  const { keeper, kept } = useMarks(review);
  const moves = useReviewMoves(entryId);
  const reviewer = useReviewer(review.regionId);
  const marks = asMarks(review, kept);
  const { sheet, open, close } = useSheet<string>(moves.forget);

  /** Makes a move, says what was done, and closes the sheet it was made in. */
  const make = async (move: () => Promise<unknown>, done: string): Promise<boolean> => {
    if (!(await moves.make(move))) return false;
    close();
    toast(done);
    return true;
  };
  /** Approving and returning go by the marks, so that these are saved first. */
  const makeWithMarks = async (move: () => Promise<unknown>, done: string): Promise<boolean> => {
    if (await keeper.flush()) return make(move, done);
    toast('有的审核意见还没有保存，请先处理');
    return false;
  };

  /** Taking it out of a colleague's hands is asked again. */
  const release = async (): Promise<boolean> => {
    const body = `这个项目由${review.claimedByZh}受理，交回后其他同事可以受理，已写的审核意见会保留。`;
    const sure = review.claimedByMe || (await confirmDanger({ title: '交回待办', body, confirm: '交回' }));
    if (!sure) return false;
    // What it is refused with stands at the foot of the page, which the sheet covers.
    close();
    return make(() => moves.release.run({ entryId, version }), '已交回待办');
  };

  const approve = async (): Promise<boolean> => {
    const offered = offeredOf(review.moves, 'approve');
    if (offered === null || !(await isMeant(offered, '通过'))) return false;
    return makeWithMarks(() => moves.approve.run({ entryId, version }), decidedZh(review, 'approve'));
  };

  const onMove = (move: string): unknown => {
    if (move === 'claim') return make(() => moves.claim.run({ entryId, version }), '已受理');
    if (move === 'release') return release();
    if (move === 'approve') return approve();
    return open(move);
  };
  const sendReturn = (message: string) =>
    makeWithMarks(() => moves.giveBack.run({ entryId, version, message }), decidedZh(review, 'return'));
  const sendTransfer = (to: Transfer) =>
    make(() => moves.transfer.run({ entryId, version, ...to }), decidedZh(review, 'transfer'));

  /** What is done with the decision that stands. */
  const onDecision = async (move: string): Promise<unknown> => {
    const decision = standingDecision(review);
    const offered = decision && offeredOf(decision.moves, move);
    if (!offered) return false;
    const asked = { decisionId: decision.decisionId, version: decision.version };
    if (move === 'refuse') return open('refuse');
    // Taking back harms nobody and is in a hurry.
    if (move === 'takeBack') return make(() => moves.takeBack.run(asked), '已收回，所填内容都在');
    if (!(await isMeant(offered))) return false;
    if (move === 'sign') return make(() => moves.sign.run(asked), '已签字');
    if (!(await moves.make(() => moves.sendNow.run(asked)))) return false;
    if (decision.move !== 'transfer') return toast('已发出');
    // It is another county's entry now.
    toastThere('已转办');
    return backToQueue();
  };
  const sheetProps = (name: string) => ({ open: sheet === name, onClose: close, failure: moves.failure });

  const opens = review.claimedByMe ? 'yes' : reviewer.here ? 'afterClaim' : 'no';
  const holds = review.claimedByMe && review.state === 'under_review' && standingDecision(review) === null;

  return (
    <ReviewLayout
      review={review}
      filter={filter}
      kept={kept}
      keeper={keeper}
      marks={holds}
      opens={opens}
      outdated={outdated}
      tab={tab}
      onTab={setTab}
      foot={
        <ReviewActions
          review={review}
          marks={marks}
          isLead={reviewer.lead}
          failure={sheet === null ? moves.failure : null}
          onMove={onMove}
          onDecision={onDecision}
          filter={filter}
          onBack={backToQueue}
        />
      }
      form={(current) => (
        <>
          <DecidedCard review={review} marks={marks} />
          <EligibilityCard review={review} />
          {holds ? <MarkAll review={review} kept={kept} keeper={keeper} /> : null}
          <SectionCards review={review} kept={kept} keeper={keeper} opens={opens} marks={holds} current={current} />
        </>
      )}
      checks={
        <>
          <Checks review={review} records={reviewer.here} />
          <ReviewNotes review={review} writes={reviewer.here} />
        </>
      }
      story={<ReviewStory review={review} />}
    >
      <MoreMoves offered={review.moves} open={sheet === 'more'} onClose={close} onMove={onMove} />
      <ReturnSheet
        key={`return ${decisionKey(review)}`}
        review={review}
        marks={marks}
        typed={typedBefore(review, 'return')?.words ?? ''}
        {...sheetProps('return')}
        onSend={sendReturn}
      />
      <ReasonSheet
        key={`reject ${decisionKey(review)}`}
        move="reject"
        about={entryId}
        typed={typedBefore(review, 'reject')?.words ?? ''}
        offered={offeredOf(review.moves, 'reject')}
        hint="写明不符合哪一条规定，负责人和团队会看到"
        max={500}
        {...sheetProps('reject')}
        onSend={(reason) => make(() => moves.reject.run({ entryId, version, reason }), decidedZh(review, 'reject'))}
      />
      <ReasonSheet
        move="reopen"
        about={entryId}
        offered={offeredOf(review.moves, 'reopen')}
        hint="写明为什么重新审核，负责人和团队会看到"
        max={300}
        noteHint="仅工作人员可见，不会告知参赛者"
        {...sheetProps('reopen')}
        onSend={(reason, note) =>
          make(() => moves.reopen.run({ entryId, version, reason, note }), '已重新审核，由您受理')
        }
      />
      <ReasonSheet
        move="recallReturn"
        about={entryId}
        offered={offeredOf(review.moves, 'recallReturn')}
        hint="写明为什么收回，负责人和团队会看到"
        max={300}
        {...sheetProps('recallReturn')}
        onSend={(reason) => make(() => moves.recallReturn.run({ entryId, version, reason }), '已收回退回，由您受理')}
      />
      <TransferSheet
        key={`transfer ${decisionKey(review)}`}
        review={review}
        typed={typedBefore(review, 'transfer')}
        {...sheetProps('transfer')}
        onSend={sendTransfer}
      />
      <RefusalSheet
        decision={standingDecision(review)}
        {...sheetProps('refuse')}
        onSend={(asked) => make(() => moves.refuseSignature.run(asked), '已退给审核人员')}
      />
    </ReviewLayout>
  );
}
