import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { Card } from '../../../ui/card';
import { CheckRow } from '../../../ui/fields/check-row';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import type { OwnView } from './application-view';

const withdrawal = {
  title: '收回同意',
  body: '收回后，已填的证件号码和手机号立即删除。要提交申报，须重新同意并填写。',
  confirm: '收回',
};

/** For whom a consent is: the last word of its kind. */
export const officeOf = (kind: string): string => kind.slice(kind.lastIndexOf('.') + 1);

interface Props {
  applicationId: string;
  consents: OwnView['consents'];
  /** What is not ticked and has to be is said, since somebody tried to hand in. */
  checked: boolean;
}

/** What goes to whom: a consent a receiver, none ticked beforehand, each counting from its tap on. */
export function Receivers({ applicationId, consents, checked }: Props) {
  const agree = useChange(api.benefits.agree, touches.benefits);
  const tick = async (kind: string, checked: boolean) => {
    if (!checked && !(await confirmDanger(withdrawal))) return;
    await agree.run({ applicationId, consents: { [kind]: checked } });
  };
  return (
    <Card title="给谁看什么">
      <View className="xh-row-detail">逐项同意后才能填写证件号码和提交。每个单位只看到列出的内容。</View>
      {consents.map(({ kind, zh, bodyZh, fieldsZh, purposeZh, givenAt, required }) => (
        <CheckRow
          key={kind}
          id={`consent-${officeOf(kind)}`}
          label={zh}
          hint={`用于${purposeZh ?? '办理申报'}：${fieldsZh ?? ''}。${bodyZh}`}
          checked={givenAt !== null}
          error={checked && required && givenAt === null ? `请阅读后勾选“${zh}”` : undefined}
          disabled={agree.busy}
          onChange={(checked) => void tick(kind, checked)}
        />
      ))}
      {agree.failure ? <Notice tone="error">{agree.failure.message}</Notice> : null}
    </Card>
  );
}
