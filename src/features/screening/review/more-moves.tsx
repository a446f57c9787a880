import { type Offered, offeredOf } from '../../../patterns/cases/offered';
import { SeldomMove } from '../../../patterns/cases/seldom-move';
import { Sheet } from '../../../ui/sheets/sheet';

interface Props {
  offered: readonly Offered[];
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
export function MoreMoves({ offered, open, onClose, onMove }: Props) {
  return (
    <Sheet id="moves-sheet" open={open} title="更多操作" onClose={onClose}>
      {seldom.map(({ move, kind, about }) => {
        const mine = offeredOf(offered, move);
        return mine === null ? null : (
          <SeldomMove key={move} id={move} kind={kind} offered={mine} about={about} onTap={() => onMove(move)} />
        );
      })}
    </Sheet>
  );
}
