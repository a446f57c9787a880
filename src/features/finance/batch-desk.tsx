import { formatYuan } from '@shared/kernel/money';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { isBlank } from '@shared/kernel/typed/unseen';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { useList } from '../../client/cache/use-list';
import { formatDayZh } from '../../client/day-words';
import { go } from '../../client/go';
import { serverNow } from '../../client/server-clock';
import { saveFile } from '../../client/uploads/save-file';
import { AskedForm } from '../../patterns/asked-form';
import { useTypedForm } from '../../patterns/forms/use-typed-form';
import { KeysetList } from '../../patterns/keyset-list';
import { RefusedPage } from '../../patterns/refused-page';
import { SealedValue } from '../../patterns/sealed-value';
import { useFieldErrors } from '../../patterns/use-field-errors';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { DateField } from '../../ui/fields/date-field';
import { TextField } from '../../ui/fields/text-field';
import { KeyValue } from '../../ui/lists/key-value';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { confirmDanger } from '../../ui/sheets/confirm';
import { Sheet } from '../../ui/sheets/sheet';
import { Tag } from '../../ui/tag';

type Line = Awaited<ReturnType<typeof api.finance.batch>>['items'][number];

const resultZh = { waiting: '待登记', paid: '已付', failed: '没付成' } as const;
const resultTone = { waiting: 'warn', paid: 'pass', failed: 'info' } as const;

const opening = {
  title: '下载付款清单',
  body: '文件里是完整的账号，下载会留下记录。请只用来付款，用后删除。',
  confirm: '下载',
};

/** One list of payments: the file to pay by, and what became of each line. */
export function BatchDesk({ batchId }: { batchId: string }) {
  const list = useList(['finance', 'batch', batchId], (cursor) => api.finance.batch({ batchId, cursor }));
  const download = useChange(api.finance.downloadBatch, touches.nothing);
  const [sheet, setSheet] = useState<'paid' | Line | null>(null);
  const head = list.first;
  const failing = sheet === 'paid' ? null : sheet;
  if (head === null && list.error)
    return (
      <RefusedPage
        failure={list.error}
        title="没有找到这份付款清单"
        here={link('staff/payments', { batchId })}
        way={
          <Button id="to-workbench" onTap={() => go('workbench')}>
            返回工作台
          </Button>
        }
      />
    );
  const take = async () => {
    if (!(await confirmDanger(opening))) return;
    const file = await download.run({ batchId });
    if (file) await saveFile(file);
  };
  return (
    <Page
      wide
      over={head ? `${head.titleZh}，${head.reference}` : '付款清单'}
      title={head === null ? '付款清单' : titleOf(head)}
      action={
        head?.records && head.waiting > 0 ? (
          <Actions busy={download.busy} onTake={take} onPaid={() => setSheet('paid')} />
        ) : undefined
      }
    >
      {head === null ? null : (
        <View className="xh-row-detail">{`${head.lines} 笔共 ${formatYuan(head.sumFen)} 元${head.records && head.waiting > 0 ? '。没付成的先逐笔登记原因，其余一次登记已付。' : ''}`}</View>
      )}
      {download.failure ? <Notice tone="error">{download.failure.message}</Notice> : null}
      <KeysetList id="more-lines" list={list}>
        {(rows) =>
          rows.map((line) => (
            <Payment key={line.lineId} line={line} records={head?.records === true} onFail={() => setSheet(line)} />
          ))
        }
      </KeysetList>
      <PaidSheet
        batchId={batchId}
        waiting={head?.waiting ?? 0}
        open={sheet === 'paid'}
        onClose={() => setSheet(null)}
      />
      <FailedSheet key={failing?.lineId} line={failing} onClose={() => setSheet(null)} />
    </Page>
  );
}

const titleOf = ({ waiting, records }: { waiting: number; records: boolean }): string =>
  waiting === 0 ? '都登记了结果' : records ? `${waiting} 笔等您登记结果` : `${waiting} 笔待财政登记结果`;

function Actions({ busy, onTake, onPaid }: { busy: boolean; onTake: () => unknown; onPaid: () => void }) {
  return (
    <View className="xh-pair-of-buttons">
      <Button id="download" kind="secondary" busy={busy} onTap={onTake}>
        下载清单
      </Button>
      <Button id="all-paid" onTap={onPaid}>
        登记已付
      </Button>
    </View>
  );
}

interface PaymentProps {
  line: Line;
  /** The reader writes down what became of it. */
  records: boolean;
  onFail: () => void;
}

function Payment({ line, records, onFail }: PaymentProps) {
  const { lineId, payeeZh, uscc, accountMasked, amountFen, itemZh, aboutZh, again, result, paidOn, failureZh } = line;
  return (
    <Card title={payeeZh} aside={<Tag tone={resultTone[result]}>{resultZh[result]}</Tag>}>
      <KeyValue
        items={[
          { label: '金额', value: `${formatYuan(amountFen)} 元${amountFen < 0 ? '（扣回）' : ''}` },
          { label: '事项', value: again ? `${itemZh}（重新付）` : itemZh },
          ...(uscc === null ? [] : [{ label: '统一社会信用代码', value: uscc }]),
          ...(aboutZh === null ? [] : [{ label: '说明', value: aboutZh }]),
          {
            label: '收款账号',
            value: (
              <SealedValue
                id={lineId}
                label="收款账号"
                masked={accountMasked}
                opens={records && result === 'waiting'}
                warning="查看会留下记录。"
                reveal={api.finance.revealAccount}
                input={{ lineId }}
                read={(answer: { value: string }) => answer.value}
              />
            ),
          },
          ...(paidOn === null ? [] : [{ label: '付款日期', value: formatDayZh(paidOn) }]),
          ...(failureZh === null ? [] : [{ label: '没付成的原因', value: failureZh }]),
        ]}
      />
      {records && result === 'waiting' ? (
        <Button id={`fail-${lineId}`} kind="text" label={`${payeeZh}没付成`} onTap={onFail}>
          没付成
        </Button>
      ) : null}
    </Card>
  );
}

interface PaidProps {
  batchId: string;
  waiting: number;
  open: boolean;
  onClose: () => void;
}

/** All that waits was paid on one day. */
function PaidSheet({ batchId, waiting, open, onClose }: PaidProps) {
  const form = useTypedForm('paid', batchId);
  const [paidOn, setPaidOn] = form.field('paidOn', '');
  const change = useChange(api.finance.markPaid, touches.finance);
  const errors = useFieldErrors(change.failure, { paidOn: paidOn === '' && '请选择付款日期' });
  const send = async () => {
    if (!(await change.run({ batchId, lineIds: [], paidOn }))) return;
    form.sent();
    onClose();
  };
  return (
    <Sheet id="paid-sheet" open={open} title={`登记 ${waiting} 笔已付`} onClose={onClose}>
      <AskedForm errors={errors} button={{ id: 'paid-send', zh: '登记已付', busy: change.busy }} onSend={send}>
        <DateField
          id="field-paidOn"
          label="付款日期"
          value={paidOn}
          to={shanghaiDate(serverNow())}
          onChange={setPaidOn}
          error={errors.of('paidOn')}
        />
      </AskedForm>
    </Sheet>
  );
}

/** One that came back, and why: its office puts it right and sends it again with a later list. */
function FailedSheet({ line, onClose }: { line: Line | null; onClose: () => void }) {
  const form = useTypedForm('not-paid', line?.lineId ?? '');
  const [reason, setReason] = form.field('reason', '');
  const change = useChange(api.finance.markFailed, touches.finance);
  const errors = useFieldErrors(change.failure, { reason: isBlank(reason) && '请写明没有付成的原因' });
  const send = async () => {
    if (line === null || !(await change.run({ lineId: line.lineId, reason: reason.trim() }))) return;
    form.sent();
    onClose();
  };
  return (
    <Sheet id="failed-sheet" open={line !== null} title={`${line?.payeeZh ?? ''}没付成`} onClose={onClose}>
      <AskedForm errors={errors} button={{ id: 'failed-send', zh: '登记没付成', busy: change.busy }} onSend={send}>
        <TextField
          id="field-reason"
          label="原因"
          hint="送清单的单位会看到，改好后随下一份清单再送"
          value={reason}
          max={200}
          onChange={setReason}
          error={errors.of('reason')}
        />
      </AskedForm>
    </Sheet>
  );
}
