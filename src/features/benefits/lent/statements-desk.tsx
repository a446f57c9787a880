import { formatYuan } from '@shared/kernel/money';
import { isBlank } from '@shared/kernel/typed/unseen';
import { lendingAccess } from '@shared/lending/access';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { useList } from '../../../client/cache/use-list';
import { go } from '../../../client/go';
import { signedIn } from '../../../client/session/session';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { KeysetList } from '../../../patterns/keyset-list';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Segmented } from '../../../ui/fields/segmented';
import { TextArea } from '../../../ui/fields/text-area';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Sheet } from '../../../ui/sheets/sheet';
import { Tag } from '../../../ui/tag';
import { amountZhOf, daysZh, paymentZh } from './statement-words';

type Row = Awaited<ReturnType<typeof api.lending.statements>>['items'][number];

/** At most so many go to finance as one list. */
const atOnce = 200;

/** The quarters' statements: what is to be checked, with what differs first to the eye, and what was sent. */
export function StatementsDesk() {
  const [which, setWhich] = useState<'open' | 'sent'>('open');
  const list = useList(['lending', 'statements', which], (cursor) => api.lending.statements({ which, cursor }));
  const [sending, setSending] = useState(false);
  const { data: me = null } = useAsk(['people', 'me'], () => api.people.me({}), signedIn());
  // By the rule that the server refuses by: the supervisor looks on.
  const sends = lendingAccess.decide('sendStatements', me, undefined).ok;
  const rows = list.rows ?? [];
  const due = rows.filter(({ checkedAt }) => checkedAt === null).slice(0, atOnce);
  const open = list.first?.open ?? { count: 0, more: false };
  return (
    <Page
      wide
      title={me === null ? '贴息清单' : titleOf(open, sends)}
      action={
        sends && due.length > 0 ? (
          <Button id="send" onTap={() => setSending(true)}>
            {`核对无误，${due.length} 份送财政`}
          </Button>
        ) : undefined
      }
    >
      <Segmented
        id="which"
        label="看哪些"
        options={[
          { value: 'open', zh: '待核对' },
          { value: 'sent', zh: '已送财政' },
        ]}
        value={which}
        onChange={(value) => setWhich(value === 'sent' ? 'sent' : 'open')}
      />
      <KeysetList id="more-statements" list={list} empty={<Empty title="现在没有清单" hint="每季末月21日自动生成。" />}>
        {(shown) => shown.map((row) => <Statement key={row.statementId} row={row} />)}
      </KeysetList>
      <SendSheet rows={due} open={sending} onClose={() => setSending(false)} />
    </Page>
  );
}

function titleOf({ count, more }: { count: number; more: boolean }, sends: boolean): string {
  if (count === 0) return sends ? '没有等您核对的贴息清单' : '没有待核对的贴息清单';
  return `${count} 份${more ? '以上' : ''}贴息清单${sends ? '等您核对' : '待人社窗口核对'}`;
}

function tagOf(row: Row) {
  const { checkedAt, differs, payment } = row;
  if (payment?.result === 'failed') return <Tag tone="warn">没付成</Tag>;
  if (checkedAt !== null) return <Tag tone={payment?.result === 'paid' ? 'pass' : 'info'}>{paymentZh(row)}</Tag>;
  return differs ? <Tag tone="warn">利息对不上</Tag> : <Tag tone="neutral">待核对</Tag>;
}

function Statement({ row }: { row: Row }) {
  const { statementId, applicationId, borrowerZh, bankZh, interestFen, chargedFen } = row;
  return (
    <ListRow
      id={`statement-${statementId}`}
      title={`${borrowerZh}，${amountZhOf(row)}`}
      detail={
        <View className="xh-row-detail">
          <View>{`${bankZh}，${daysZh(row)}`}</View>
          <View>{`应收利息 ${formatYuan(interestFen)} 元，银行实收 ${formatYuan(chargedFen)} 元`}</View>
          {row.payment?.failureZh ? <View>{`没付成：${row.payment.failureZh}`}</View> : null}
        </View>
      }
      aside={tagOf(row)}
      onTap={() => go('staff/application', { applicationId })}
    />
  );
}

interface SendProps {
  rows: readonly Row[];
  open: boolean;
  onClose: () => void;
}

/** What is sent, and what was found where the bank's interest is another. */
function SendSheet({ rows, open, onClose }: SendProps) {
  const form = useTypedForm('statements');
  const [note, setNote] = form.field('note', '');
  const change = useChange(api.lending.sendStatements, touches.lending);
  const differing = rows.filter(({ differs }) => differs).length;
  const failed = rows.filter(({ payment }) => payment?.result === 'failed').length;
  const errors = useFieldErrors(change.failure, { note: differing > 0 && isBlank(note) && '请写明核对结果' });
  const sum = rows.reduce((total, { amountFen }) => total + amountFen, 0);
  const send = async () => {
    const sent = await change.run({ statementIds: rows.map(({ statementId }) => statementId), note: note.trim() });
    if (!sent) return;
    form.sent();
    onClose();
  };
  return (
    <Sheet id="send-sheet" open={open} title={`${rows.length} 份共 ${formatYuan(sum)} 元`} onClose={onClose}>
      <AskedForm errors={errors} button={{ id: 'send-all', zh: '送财政', busy: change.busy }} onSend={send}>
        <View className="xh-row-detail">送出后不能再改；以后有更正，差额列入下一次清单。</View>
        {failed === 0 ? null : <Notice tone="warn">{`其中 ${failed} 份上次没有付成，请先确认银行已改好账户。`}</Notice>}
        {differing === 0 ? null : (
          <TextArea
            id="field-note"
            label={`${differing} 份利息对不上的核对结果`}
            value={note}
            max={200}
            onChange={setNote}
            error={errors.of('note')}
          />
        )}
      </AskedForm>
    </Sheet>
  );
}
