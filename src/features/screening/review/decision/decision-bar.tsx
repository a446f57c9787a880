import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { goInstead } from '../../../../client/go';
import { offeredOf } from '../../../../patterns/cases/offered';
import { Button } from '../../../../ui/button';
import { useAround } from '../../neighbours/use-around';
import { type QueueFilter, queueParams } from '../../queue/queue-link';
import type { Decision } from './standing-decision';
import { clockZh, useCountdown } from './use-countdown';

interface Props {
  decision: Decision;
  /** The queue that one came from, and the entry that was decided on. */
  filter: QueueFilter;
  entryId: string;
  onMove: (move: string) => unknown;
  onBack: () => void;
}

/** After the decision: who learns of it when, how long it may be taken back, what its reader may do with it, and on to the next entry. */
export function DecisionBar({ decision, filter, entryId, onMove, onBack }: Props) {
  const cache = useQueryClient();
  const next = useAround(filter, entryId).data?.next ?? null;
  const left = useCountdown(decision.secondsLeft, () => {
    void cache.invalidateQueries({ queryKey: ['screening', 'review'] });
  });
  const button = (move: string, kind: 'primary' | 'secondary' | 'text') => {
    const offered = offeredOf(decision.moves, move);
    return offered === null ? (
      <View />
    ) : (
      <Button id={`decision-${move}`} kind={kind} disabled={offered.closed !== null} onTap={() => onMove(move)}>
        {offered.label}
      </Button>
    );
  };
  const back = (kind: 'secondary' | 'text') => (
    <Button id="back-to-queue" kind={kind} onTap={onBack}>
      返回列表
    </Button>
  );
  const onward = (id: string) => (
    <Button id="decided-next" onTap={() => goInstead('staff/review', { entryId: id, ...queueParams(filter) })}>
      下一个
    </Button>
  );
  const signs = offeredOf(decision.moves, 'sign') !== null;
  return (
    <>
      <View id="decision-bar">
        <View>{`${decision.byMe ? '已' : `${decision.byZh}已`}决定“${decision.zh}”`}</View>
        <View className="xh-row-detail">{whenZh(decision, left)}</View>
      </View>
      <View className="xh-pair-of-buttons xh-decisions">
        {button(signs ? 'refuse' : 'takeBack', 'secondary')}
        {signs ? back('text') : button('make', 'text')}
        {signs ? button('sign', 'primary') : next === null ? back('secondary') : onward(next)}
      </View>
    </>
  );
}

function whenZh({ signedByZh }: Decision, left: number | null): string {
  if (left === null) return '等待另一位负责人复核签字，签字后 10 分钟告知参赛者';
  const signed = signedByZh === null ? '' : `${signedByZh}已签字，`;
  return left === 0 ? `${signed}时间到，正在告知参赛者` : `${signed}10 分钟后告知参赛者，还剩 ${clockZh(left)}`;
}
