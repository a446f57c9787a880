import { View } from '@tarojs/components';
import { useState } from 'react';
import { goInstead } from '../../../client/go';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { TextArea } from '../../../ui/fields/text-area';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { Sheet } from '../../../ui/sheets/sheet';
import { toast, toastThere } from '../../../ui/sheets/toast';
import type { Offered } from '../entry-view';
import type { EntryMoves } from './use-entry-moves';
import './moves.scss';

interface Props {
  entryId: string;
  version: number;
  offered: readonly Offered[];
  moves: EntryMoves;
}

/** Taking a submission back to change it, leaving for good, deleting what was never sent: what each does is said before it is done. */
export function OtherMoves({ entryId, version, offered, moves }: Props) {
  const [leaving, setLeaving] = useState(false);
  const recall = offered.find(({ move }) => move === 'recall');
  const withdraw = offered.find(({ move }) => move === 'withdraw');
  const deletion = offered.find(({ move }) => move === 'deleteDraft');
  if (!recall && !withdraw && !deletion) return null;

  const takeBack = async ({ label, danger }: Offered) => {
    if (!(await confirmDanger({ title: label, body: danger ?? '', confirm: label }))) return;
    if (!(await moves.recall(version))) return;
    toastThere('已撤回，可以继续修改');
    await goInstead('entry/entry', { entryId });
  };
  const destroy = async ({ label, danger }: Offered) => {
    if (!(await confirmDanger({ title: label, body: danger ?? '', confirm: '删除' }))) return;
    if (!(await moves.deleteDraft(version))) return;
    toastThere('草稿已删除');
    await goInstead('workbench');
  };
  return (
    <Card title="更多操作">
      {recall ? (
        <View className="xh-seldom">
          <Button id="recall" kind="secondary" disabled={recall.closed !== null} onTap={() => takeBack(recall)}>
            {recall.label}
          </Button>
          <View className="xh-row-detail">{recall.closed ?? '想改内容用这个。改好后须重新提交'}</View>
        </View>
      ) : null}
      {withdraw ? (
        <View className="xh-seldom">
          <View className="xh-withdraw">
            <Button id="withdraw" kind="text" disabled={withdraw.closed !== null} onTap={() => setLeaving(true)}>
              {withdraw.label}
            </Button>
          </View>
          <View className="xh-row-detail">{withdraw.closed ?? '不再参加本届大赛，办理后不能恢复'}</View>
        </View>
      ) : null}
      {deletion ? (
        <View className="xh-seldom">
          <View className="xh-withdraw">
            <Button id="delete-draft" kind="text" onTap={() => destroy(deletion)}>
              {deletion.label}
            </Button>
          </View>
          <View className="xh-row-detail">还没有提交过，删除后不留内容，不影响您另报项目</View>
        </View>
      ) : null}
      {withdraw ? (
        <WithdrawSheet
          offered={withdraw}
          open={leaving}
          onClose={() => setLeaving(false)}
          onSend={async (reason) => {
            if (!(await moves.withdraw(version, reason))) return;
            setLeaving(false);
            toast('已退赛');
          }}
          refusal={leaving ? (moves.failure?.message ?? null) : null}
        />
      ) : null}
    </Card>
  );
}

interface SheetProps {
  offered: Offered;
  open: boolean;
  onClose: () => void;
  onSend: (reason: string) => Promise<void>;
  refusal: string | null;
}

function WithdrawSheet({ offered, open, onClose, onSend, refusal }: SheetProps) {
  const [reason, setReason] = useState('');
  const send = async () => {
    const body = offered.danger ?? '';
    if (await confirmDanger({ title: offered.label, body, confirm: offered.label })) await onSend(reason.trim());
  };
  return (
    <Sheet id="withdraw-sheet" open={open} title={offered.label} onClose={onClose}>
      {offered.danger ? <Notice tone="warn">{offered.danger}</Notice> : null}
      <TextArea
        id="withdraw-reason"
        label="原因"
        hint="可以不填，写明原因有助于改进赛事服务"
        required={false}
        max={200}
        value={reason}
        onChange={setReason}
      />
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
      <Button id="withdraw-send" kind="danger" onTap={send}>
        {offered.label}
      </Button>
    </Sheet>
  );
}
