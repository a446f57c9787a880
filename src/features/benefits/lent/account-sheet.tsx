import { shanghaiDate } from '@shared/kernel/shanghai';
import { isBlank } from '@shared/kernel/typed/unseen';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { formatDayZh } from '../../../client/day-words';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { TextField } from '../../../ui/fields/text-field';
import { Notice } from '../../../ui/notice';
import { Sheet } from '../../../ui/sheets/sheet';
import { toast } from '../../../ui/sheets/toast';
import type { LoanView } from './loan-view';

interface Props {
  loan: LoanView;
  open: boolean;
  onClose: () => void;
}

/** Where the subsidy goes from now on, by the card that the borrower sent. */
export function AccountSheet({ loan: { applicationId, payeeZh: payee, bankCards }, open, onClose }: Props) {
  const form = useTypedForm('account', applicationId);
  const [payeeZh, setPayee] = form.field('payeeZh', payee ?? '');
  const [account, setAccount] = useState('');
  const [evidence, setEvidence] = form.field('evidence', bankCards[0]?.uploadId ?? '');
  const change = useChange(api.lending.changeAccount, touches.lending);
  const errors = useFieldErrors(change.failure, {
    evidence: evidence === '' && '请选择依据',
    payeeZh: isBlank(payeeZh) && '请填写收款户名',
    account: isBlank(account) && '请填写收款账号',
  });
  const send = async () => {
    if (!(await change.run({ applicationId, payeeZh: payeeZh.trim(), account, evidence }))) return;
    form.sent();
    setAccount('');
    toast('已改，借款人会收到通知');
    onClose();
  };
  return (
    <Sheet id="account-sheet" open={open} title="改贴息账户" onClose={onClose}>
      {bankCards.length === 0 ? (
        <Notice tone="warn">请借款人先在申报页上传新的银行卡复印件，再来修改。</Notice>
      ) : (
        <AskedForm errors={errors} button={{ id: 'account-send', zh: '保存', busy: change.busy }} onSend={send}>
          <ChoiceField
            id="field-evidence"
            label="依据"
            options={bankCards.map(({ uploadId, name, sentAt }) => ({
              value: uploadId,
              zh: `${name}（${formatDayZh(shanghaiDate(Date.parse(sentAt)))}上传）`,
            }))}
            value={evidence}
            onChange={setEvidence}
            error={errors.of('evidence')}
          />
          <TextField
            id="field-payeeZh"
            label="收款户名"
            max={60}
            value={payeeZh}
            onChange={setPayee}
            error={errors.of('payeeZh')}
          />
          <TextField
            id="field-account"
            label="收款账号"
            hint="加密保存，只显示末四位。已送财政的按原账户付"
            max={40}
            value={account}
            onChange={setAccount}
            error={errors.of('account')}
          />
        </AskedForm>
      )}
    </Sheet>
  );
}
