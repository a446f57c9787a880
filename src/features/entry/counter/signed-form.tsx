import { formatFullDateZh, shanghaiDate } from '@shared/kernel/shanghai';
import { isBlank } from '@shared/kernel/typed/unseen';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { go } from '../../../client/go';
import { serverNow } from '../../../client/server-clock';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { DateField } from '../../../ui/fields/date-field';
import { RadioList } from '../../../ui/fields/radio-list';
import { TextField } from '../../../ui/fields/text-field';
import { Notice } from '../../../ui/notice';
import { toast } from '../../../ui/sheets/toast';

export type CounterDraft = Awaited<ReturnType<typeof api.entry.counterDraft>>;

const signedOrNot = [
  { value: 'yes', zh: '已同意' },
  { value: 'no', zh: '没有同意' },
];

/** The form that the person signed on paper: its scan, and who signed it when. Staff tick nothing; they write down what stands on the paper. */
export function SignedForm({ draft: { entryId, nameZh, consents, file, signed } }: { draft: CounterDraft }) {
  const record = useChange(api.entry.recordSignedForm, touches.entry);
  const form = useTypedForm('signed-form', entryId);
  const [signedBy, setSignedBy] = form.field('signedBy', nameZh);
  const [signedOn, setSignedOn] = form.field('signedOn', '');
  const [display, setDisplay] = form.field('display', '');
  const optional = consents.find(({ required }) => !required);
  const errors = useFieldErrors(record.failure, {
    file: null,
    signedBy: isBlank(signedBy) && '请填写签字人姓名',
    signedOn: signedOn === '' && '请选择签字日期',
    publicDisplay: optional !== undefined && display === '' && '请按纸上的选择填',
  });
  async function send(): Promise<void> {
    if (!errors.complete()) return;
    const told = { entryId, signedBy: signedBy.trim(), signedOn, publicDisplay: display === 'yes' };
    if (!(await record.run(told))) return;
    form.sent();
    toast('已登记');
  }
  const refused = errors.of('file') ?? errors.general;
  return (
    <Card title="纸质授权书">
      {signed === null ? (
        <View className="xh-row-detail">
          本人不便在手机上勾选的，可在纸上签字。上传扫描件并登记后，才能代填证件号码和手机号。
        </View>
      ) : (
        <Notice tone="pass">{`${signed.by} ${formatFullDateZh(signed.on)}签字，已登记。`}</Notice>
      )}
      {signed === null && file === null ? (
        <>
          {consents.map(({ kind, zh, bodyZh }) => (
            <View key={kind} className="xh-own-words">{`${zh}：${bodyZh}`}</View>
          ))}
          <Button id="to-signed-paper" kind="secondary" onTap={() => go('staff/signed-paper', { entryId })}>
            打印授权书
          </Button>
          <Button id="to-signed-form" kind="secondary" onTap={() => go('entry/materials', { entryId })}>
            上传扫描件
          </Button>
        </>
      ) : null}
      {signed === null && file !== null ? (
        <>
          <View className="xh-row-detail">{`已上传：${file.name}`}</View>
          {refused === undefined || refused === null ? null : <Notice tone="error">{refused}</Notice>}
          <TextField
            id="field-signedBy"
            label="签字人"
            max={30}
            value={signedBy}
            onChange={setSignedBy}
            error={errors.of('signedBy')}
          />
          <DateField
            id="field-signedOn"
            label="签字日期"
            to={shanghaiDate(serverNow())}
            value={signedOn}
            onChange={setSignedOn}
            error={errors.of('signedOn')}
          />
          {optional ? (
            <RadioList
              id="field-publicDisplay"
              label={`纸上“${optional.zh}”一项`}
              options={signedOrNot}
              value={display}
              onChange={setDisplay}
              error={errors.of('publicDisplay')}
            />
          ) : null}
          <Button id="record-signed" kind="secondary" busy={record.busy} onTap={send}>
            登记签字
          </Button>
        </>
      ) : null}
    </Card>
  );
}
