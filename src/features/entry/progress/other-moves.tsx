import { goInstead } from '../../../client/go';
import { isMeant, type Offered, offeredOf } from '../../../patterns/cases/offered';
import { ReasonSheet } from '../../../patterns/cases/reason-sheet';
import { SeldomMove } from '../../../patterns/cases/seldom-move';
import { useSheet } from '../../../patterns/cases/use-sheet';
import { Card } from '../../../ui/card';
import { toast, toastThere } from '../../../ui/sheets/toast';
import type { EntryMoves } from './use-entry-moves';

interface Props {
  entryId: string;
  version: number;
  offered: readonly Offered[];
  moves: EntryMoves;
}

/** Taking a submission back to change it, leaving for good, deleting what was never sent: what each does is said before it is done. */
export function OtherMoves({ entryId, version, offered, moves }: Props) {
  const { sheet, open, close } = useSheet<'withdraw'>(moves.forget);
  const recall = offeredOf(offered, 'recall');
  const withdraw = offeredOf(offered, 'withdraw');
  const deletion = offeredOf(offered, 'deleteDraft');
  if (!recall && !withdraw && !deletion) return null;

  const takeBack = async (move: Offered) => {
    if (!(await isMeant(move)) || !(await moves.recall(version))) return;
    toastThere('已撤回，可以继续修改');
    await goInstead('entry/entry', { entryId });
  };
  const destroy = async (move: Offered) => {
    if (!(await isMeant(move, '删除')) || !(await moves.deleteDraft(version))) return;
    toastThere('草稿已删除');
    await goInstead('workbench');
  };
  const leave = async (reason: string) => {
    if (!(await moves.withdraw(version, reason))) return false;
    close();
    toast('已退赛');
    return true;
  };
  return (
    <Card title="更多操作">
      {recall ? (
        <SeldomMove
          id="recall"
          kind="secondary"
          offered={recall}
          about="想改内容用这个。改好后须重新提交"
          onTap={takeBack}
        />
      ) : null}
      {withdraw ? (
        <SeldomMove
          id="withdraw"
          kind="text"
          offered={withdraw}
          about="不再参加本届大赛，办理后不能恢复"
          onTap={() => open('withdraw')}
        />
      ) : null}
      {deletion ? (
        <SeldomMove
          id="delete-draft"
          kind="text"
          offered={deletion}
          about="还没有提交过，删除后不留内容，不影响您另报项目"
          onTap={destroy}
        />
      ) : null}
      {withdraw ? (
        <ReasonSheet
          move="withdraw"
          about={entryId}
          kind="danger"
          optional
          offered={withdraw}
          hint="可以不填，写明原因有助于改进赛事服务"
          max={200}
          open={sheet === 'withdraw'}
          onClose={close}
          failure={moves.failure}
          onSend={leave}
        />
      ) : null}
    </Card>
  );
}
