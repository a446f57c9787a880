import { isBlank } from '@shared/kernel/typed/unseen';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { AskedForm } from '../../patterns/asked-form';
import { useTypedForm } from '../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../patterns/use-field-errors';
import { RadioList } from '../../ui/fields/radio-list';
import { TextArea } from '../../ui/fields/text-area';
import { Notice } from '../../ui/notice';
import { confirmDanger } from '../../ui/sheets/confirm';
import { Sheet } from '../../ui/sheets/sheet';
import type { ReferralView } from './referral-view';

const results = [
  { value: 'won', zh: '获奖' },
  { value: 'none', zh: '没有获奖' },
];

/** How it ended above: it tells the person, and counts from then on. */
export function ResultSheet({ view, open, onClose }: { view: ReferralView; open: boolean; onClose: () => void }) {
  const record = useChange(api.referral.recordResult, touches.referral);
  const form = useTypedForm('referral-result', view.referralId);
  const [won, setWon] = form.field('won', '');
  const [resultZh, setResult] = form.field('resultZh', '');
  const errors = useFieldErrors(
    record.failure,
    { won: won === '' && '请选择结果', resultZh: isBlank(resultZh) && '请写明结果' },
    (field) => `result-${field}`,
  );
  async function send(): Promise<void> {
    const question = { title: '登记比赛结果', body: '登记后不能修改，获奖人会收到通知。', confirm: '登记' };
    if (!(await confirmDanger(question))) return;
    const { referralId, version } = view;
    if (!(await record.run({ referralId, version, won: won === 'won', resultZh: resultZh.trim() }))) return;
    form.sent();
    onClose();
  }
  return (
    <Sheet id="result-sheet" open={open} title="登记比赛结果" onClose={onClose}>
      <Notice tone="warn">登记获奖后，这位获奖人以后按“在上级大赛得过奖”审核。</Notice>
      <AskedForm errors={errors} button={{ id: 'result-send', zh: '登记', busy: record.busy }} onSend={send}>
        <RadioList
          id="result-won"
          label="结果"
          options={results}
          value={won}
          onChange={setWon}
          error={errors.of('won')}
        />
        <TextArea
          id="result-resultZh"
          label="名次或奖项"
          hint="例如：省级二等奖"
          max={100}
          value={resultZh}
          onChange={setResult}
          error={errors.of('resultZh')}
        />
      </AskedForm>
    </Sheet>
  );
}
