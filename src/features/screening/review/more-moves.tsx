import { View } from '@tarojs/components';
import { Button } from '../../../ui/button';
import { Sheet } from '../../../ui/sheets/sheet';
import type { Review } from './marks/mark-keeper';
import { offeredMove } from './move-closed';

interface Props {
  review: Review;
  open: boolean;
  onClose: () => void;
  onMove: (move: string) => unknown;
}

const seldom: ReadonlyArray<{ move: string; kind: 'secondary' | 'danger'; about: string }> = [
  { move: 'transfer', kind: 'secondary', about: '注册地或项目所在地属于其他县（市、区）时' },
  { move: 'release', kind: 'secondary', about: '由其他同事审核，已写的意见会保留' },
  { move: 'reject', kind: 'danger', about: '不符合参赛条件，且补正也不能解决时' },
];

/** The moves that are seldom needed, each with when it is meant. */
export function MoreMoves({ review, open, onClose, onMove }: Props) {
  return (
    <Sheet id="moves-sheet" open={open} title="更多操作" onClose={onClose}>
      {seldom.map(({ move, kind, about }) => {
        const offered = offeredMove(review, move);
        return offered === null ? null : (
          <View key={move} className="xh-seldom">
            <Button id={move} kind={kind} disabled={offered.closed !== null} onTap={() => onMove(move)}>
              {offered.label}
            </Button>
            <View className="xh-row-detail">{offered.closed ?? about}</View>
          </View>
        );
      })}
    </Sheet>
  );
}
