import type { Mark } from '@shared/screening/marks';
import { View } from '@tarojs/components';
import { Section } from '../../../../ui/section';
import { FaultList } from '../fault-list';
import type { Review } from '../marks/mark-keeper';
import { type Decision, standingDecision } from './standing-decision';

const wordsZh: Partial<Record<Decision['move'], string>> = {
  return: '审核人员附言',
  reject: '不予通过的理由',
  transfer: '转办理由',
};

/** What stands decided and is not made yet, as the entrant will read it: whoever signs, or thinks of taking it back, reads it first. */
export function DecidedCard({ review, marks }: { review: Review; marks: readonly Mark[] }) {
  const decision = standingDecision(review);
  if (decision === null || decision.move === 'approve') return null;
  const { move, zh, words, toContestId } = decision;
  const target = review.transferTargets.find(({ contestId }) => contestId === toContestId);
  return (
    <Section id="decided" title={`拟“${zh}”的内容`}>
      {move === 'return' ? <FaultList review={review} marks={marks} /> : null}
      {target === undefined ? null : <View>{`转给${target.regionZh}`}</View>}
      {words === '' ? null : <View className="xh-prose">{`${wordsZh[move] ?? ''}：${words}`}</View>}
    </Section>
  );
}
