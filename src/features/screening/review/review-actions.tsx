import type { Mark } from '@shared/screening/marks';
import { View } from '@tarojs/components';
import type { Failure } from '../../../client/transport/failure';
import { offeredOf } from '../../../patterns/cases/offered';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import type { QueueFilter } from '../queue/queue-link';
import { DecisionBar } from './decision/decision-bar';
import { standingDecision } from './decision/standing-decision';
import type { Review } from './marks/mark-keeper';
import { closedBecause } from './move-closed';

interface Props {
  review: Review;
  marks: readonly Mark[];
  isLead: boolean;
  /** The last refusal, kept on show until the next try. */
  failure: Failure | null;
  onMove: (move: string) => unknown;
  /** What is done with the decision that stands. */
  onDecision: (move: string) => unknown;
  onBack: () => void;
  /** The queue that one came from. */
  filter: QueueFilter;
}

/** The bar in thumb's reach: the one move that comes next, and a way to the others. */
export function ReviewActions({ review, marks, isLead, failure, onMove, onDecision, onBack, filter }: Props) {
  const decision = standingDecision(review);
  return (
    <>
      {failure ? <Notice tone="error">{failure.message}</Notice> : null}
      {decision === null ? (
        <NextMove review={review} marks={marks} isLead={isLead} onMove={onMove} onBack={onBack} />
      ) : (
        <DecisionBar decision={decision} filter={filter} entryId={review.entryId} onMove={onDecision} onBack={onBack} />
      )}
    </>
  );
}

function NextMove({ review, marks, isLead, onMove, onBack }: Omit<Props, 'failure' | 'onDecision' | 'filter'>) {
  const single = offeredOf(review.moves, 'claim') ?? offeredOf(review.moves, 'reopen');
  if (single) {
    return (
      <>
        {single.closed ? <View className="xh-row-detail">{single.closed}</View> : null}
        <Button id={single.move} disabled={single.closed !== null} onTap={() => onMove(single.move)}>
          {single.label}
        </Button>
      </>
    );
  }
  if (!offeredOf(review.moves, 'approve')) {
    // The lead may free what an absent clerk holds, and recall what was returned wrongly.
    const rare = offeredOf(review.moves, 'release') ?? offeredOf(review.moves, 'recallReturn');
    return (
      <View className="xh-pair-of-buttons">
        {rare === null ? null : (
          <Button id={rare.move} kind="secondary" disabled={rare.closed !== null} onTap={() => onMove(rare.move)}>
            {rare.label}
          </Button>
        )}
        <Button id="back-to-queue" kind="secondary" onTap={onBack}>
          返回列表
        </Button>
      </View>
    );
  }
  // With a fault marked, the notice is what comes next; without one, the approval.
  const next = marks.some(({ verdict }) => verdict === 'fault') ? 'return' : 'approve';
  const unread = marks.filter(({ verdict }) => verdict === 'unread').length;
  const closed = closedBecause(review, next, marks, isLead);
  // Naming many sections would push the buttons up the page.
  const why = closed !== null && unread > 2 ? `已审 ${marks.length - unread} 项，还有 ${unread} 项` : closed;
  const button = (move: 'approve' | 'return', zh: string) => (
    <Button
      id={move}
      kind={move === next ? 'primary' : 'secondary'}
      disabled={closedBecause(review, move, marks, isLead) !== null}
      onTap={() => onMove(move)}
    >
      {zh}
    </Button>
  );
  return (
    <>
      {why === null ? null : (
        <View id="move-closed" className="xh-row-detail">
          {why}
        </View>
      )}
      {/* What is seldom needed stands between the two decisions, so that no finger meant for one meets the other. */}
      <View className="xh-pair-of-buttons xh-decisions">
        {button('return', '退回')}
        <Button id="more-moves" kind="text" onTap={() => onMove('more')}>
          更多
        </Button>
        {button('approve', '通过')}
      </View>
    </>
  );
}
