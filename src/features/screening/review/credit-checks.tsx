import { shanghaiDate } from '@shared/kernel/shanghai';
import { type CreditList, creditListZh } from '@shared/screening/credit-lists';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { DateField } from '../../../ui/fields/date-field';
import { RadioList } from '../../../ui/fields/radio-list';
import { TextArea } from '../../../ui/fields/text-area';
import { Notice } from '../../../ui/notice';
import { Sheet } from '../../../ui/sheets/sheet';
import { Tag } from '../../../ui/tag';
import type { Review } from './marks/mark-keeper';

const lists = (Object.keys(creditListZh) as CreditList[]).map((value) => ({ value, zh: creditListZh[value] }));

/** The credit checks done for an entry, each with its day and evidence, and the sheet to record another. */
export function CreditChecks({ review, records }: { review: Review; records: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <Card id="credit-checks" title="信用核查" aside={<Tag>仅内部可见</Tag>}>
      {review.creditChecks.length === 0 ? <View className="xh-nothing">还没有核查记录</View> : null}
      {review.creditChecks.map(({ id, listZh, resultZh, clear, checkedOn, evidence, byZh }) => (
        <View key={id} className="xh-file">
          <View className="xh-row-text">
            <View>{listZh}</View>
            <View className="xh-row-detail">{evidence}</View>
            <View className="xh-row-detail">
              {checkedOn} · {byZh}
            </View>
          </View>
          <Tag tone={clear ? 'pass' : 'warn'}>{resultZh}</Tag>
        </View>
      ))}
      {records ? (
        <Button id="credit-add" kind="secondary" onTap={() => setOpen(true)}>
          登记核查结果
        </Button>
      ) : null}
      <Sheet id="credit-sheet" open={open} title="登记核查结果" onClose={() => setOpen(false)}>
        <CreditForm entryId={review.entryId} onKept={() => setOpen(false)} />
      </Sheet>
    </Card>
  );
}

const fieldIds = {
  list: 'credit-list',
  clear: 'credit-result',
  checkedOn: 'credit-date',
  evidence: 'credit-evidence',
} as const;

function CreditForm({ entryId, onKept }: { entryId: string; onKept: () => void }) {
  const today = shanghaiDate(Date.now());
  const [list, setList] = useState<CreditList | null>(null);
  const [result, setResult] = useState<'clear' | 'listed' | null>(null);
  const [checkedOn, setCheckedOn] = useState(today);
  const [evidence, setEvidence] = useState('');
  const { run, failure, busy } = useChange(api.screening.addCreditCheck, touches.reviewNotes);
  const missing = {
    list: list === null && '请选择名单',
    clear: result === null && '请选择结果',
    checkedOn: checkedOn === '' && '请选择日期',
    evidence: evidence.trim() === '' && '请写明依据',
  };
  const errors = useFieldErrors(failure, missing, (field) => fieldIds[field]);

  const keep = async () => {
    if (!errors.complete() || list === null) return;
    const kept = await run({ entryId, list, clear: result === 'clear', checkedOn, evidence: evidence.trim() });
    if (kept) onKept();
  };

  return (
    <>
      <ChoiceField
        id="credit-list"
        label="核查的名单"
        options={lists}
        value={list}
        onChange={setList}
        error={errors.of('list')}
      />
      <RadioList
        id="credit-result"
        label="核查结果"
        options={[
          { value: 'clear', zh: '未列入' },
          { value: 'listed', zh: '已列入' },
        ]}
        value={result}
        onChange={setResult}
        error={errors.of('clear')}
      />
      <DateField
        id="credit-date"
        label="核查日期"
        value={checkedOn}
        onChange={setCheckedOn}
        to={today}
        error={errors.of('checkedOn')}
      />
      <TextArea
        id="credit-evidence"
        label="依据"
        hint="在哪里查的、查到什么，例如：信用中国网站查询截图，编号 3"
        value={evidence}
        onChange={setEvidence}
        max={300}
        error={errors.of('evidence')}
      />
      {errors.general === null ? null : <Notice tone="error">{errors.general}</Notice>}
      <Button id="credit-save" busy={busy} onTap={keep}>
        保存
      </Button>
    </>
  );
}
