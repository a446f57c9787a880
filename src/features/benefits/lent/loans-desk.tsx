import { formatWan, formatYuan } from '@shared/kernel/money';
import { isBlank } from '@shared/kernel/typed/unseen';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { useList } from '../../../client/cache/use-list';
import { formatDayZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { KeysetList } from '../../../patterns/keyset-list';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { TextArea } from '../../../ui/fields/text-area';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Sheet } from '../../../ui/sheets/sheet';
import { Tag } from '../../../ui/tag';

/** The loans that one's bank lent, what falls due first, and the sheet of payments to take in. */
export function LoansDesk() {
  const list = useList(['lending', 'loans'], (cursor) => api.lending.loans({ cursor }));
  const [open, setOpen] = useState(false);
  return (
    <Page
      wide
      over="放出的贷款"
      title={titleOf(list)}
      action={
        list.error ? undefined : (
          <Button id="import" kind="secondary" onTap={() => setOpen(true)}>
            导入还款表
          </Button>
        )
      }
    >
      <KeysetList id="more-loans" list={list} empty={<Empty title="还没有放款的贷款" hint="登记放款后会在这里。" />}>
        {(rows) =>
          rows.map(({ applicationId, borrowerZh, contractNo, principalFen, balanceFen, nextOn, stateZh, tone }) => (
            <ListRow
              key={applicationId}
              id={`loan-${applicationId}`}
              title={`${borrowerZh}，${formatWan(principalFen)} 万元`}
              detail={`合同 ${contractNo}，没还 ${formatYuan(balanceFen)} 元${nextOn === null ? '' : `，${formatDayZh(nextOn)}应还`}`}
              aside={<Tag tone={tone}>{stateZh}</Tag>}
              onTap={() => go('staff/application', { applicationId })}
            />
          ))
        }
      </KeysetList>
      <ImportSheet open={open} onClose={() => setOpen(false)} />
    </Page>
  );
}

function titleOf({
  first,
  rows,
}: {
  first: { late: { count: number; more: boolean } } | null;
  rows: readonly unknown[] | null;
}): string {
  if (first === null || rows === null) return '放出的贷款';
  const { count, more } = first.late;
  if (count > 0) return `${count} 笔${more ? '以上' : ''}过了应还日期`;
  return rows.length === 0 ? '还没有放款的贷款' : '没有过期未还的贷款';
}

/** Rows as they are copied out of a spreadsheet: all of them or none. */
function ImportSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const form = useTypedForm('repayments');
  const [sheet, setSheet] = form.field('sheet', '');
  const [done, setDone] = useState<string | null>(null);
  const change = useChange(api.lending.importRepayments, touches.lending);
  const errors = useFieldErrors(change.failure, { sheet: isBlank(sheet) && '请粘贴还款表' });
  const faults = Object.entries(change.failure?.fields ?? {}).filter(([field]) => field.startsWith('row.'));
  const send = async () => {
    const answer = await change.run({ sheet });
    if (!answer) return;
    setDone(`登记了 ${answer.added} 笔，${answer.known} 笔以前登记过，没有重复登记。`);
    form.sent();
  };
  return (
    <Sheet id="import-sheet" open={open} title="导入还款表" onClose={onClose}>
      {done === null ? null : <Notice tone="info">{done}</Notice>}
      <AskedForm
        errors={errors}
        button={{ id: 'import-send', zh: '导入', busy: change.busy }}
        more={faults.map(([field, zh]) => <View key={field}>{`第 ${field.slice(4)} 行：${zh}`}</View>)}
        onSend={send}
      >
        <TextArea
          id="field-sheet"
          label="还款表"
          hint="每行依次是合同编号、还款日期、本金（元）、利息（元）、流水号。在表格里选中，复制后粘贴到这里；有一行不对，整份都不导入"
          value={sheet}
          max={80_000}
          onChange={setSheet}
          error={errors.of('sheet')}
        />
      </AskedForm>
    </Sheet>
  );
}
