import { momentZh } from '@shared/kernel/moment-words';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useAsk } from '../../client/cache/use-ask';
import { useChange } from '../../client/cache/use-change';
import { goSignIn } from '../../client/go';
import { useSessionHeld } from '../../client/session/use-session-held';
import { sentenceOf } from '../../client/transport/failure';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { KeyValue } from '../../ui/lists/key-value';
import { LongText } from '../../ui/long-text';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { confirmDanger } from '../../ui/sheets/confirm';
import { toast } from '../../ui/sheets/toast';
import { Tag } from '../../ui/tag';

type Consent = Awaited<ReturnType<typeof api.rights.consents>>['consents'][number];

/** Everything one agreed to: who is given what, what for and until when; taken back with what follows said before. */
export function ConsentsDesk() {
  const signedIn = useSessionHeld();
  const ask = useAsk(['rights', 'consents'], () => api.rights.consents({}), signedIn);
  const withdraw = useChange(api.rights.withdrawConsent, touches.ownData);
  if (!signedIn) {
    return (
      <Page
        title="我的授权"
        action={
          <Button id="sign-in" onTap={() => goSignIn(link('account/consents'))}>
            登录
          </Button>
        }
      >
        <Empty title="还没有登录" />
      </Page>
    );
  }
  const consents = ask.data?.consents ?? [];
  const standing = consents.filter(({ withdrawnAt }) => withdrawnAt === null).length;
  const takeBack = async ({ consentId, effectsZh }: Consent) => {
    const sure = { title: '撤回同意', body: `撤回后：${effectsZh.join('；')}。`, confirm: '撤回' };
    if ((await confirmDanger(sure)) && (await withdraw.run({ consentId }))) toast('已撤回');
  };
  return (
    <Page
      title={standing === 0 ? '没有生效的授权' : `${standing} 项授权生效中`}
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
    >
      {withdraw.failure === null ? null : <Notice tone="error">{withdraw.failure.message}</Notice>}
      {consents.length === 0 ? <Empty title="还没有授权" hint="报名时同意过的事项会列在这里。" /> : null}
      {consents.map((consent) => (
        <ConsentPart key={consent.consentId} consent={consent} busy={withdraw.busy} onWithdraw={takeBack} />
      ))}
    </Page>
  );
}

interface PartProps {
  consent: Consent;
  busy: boolean;
  onWithdraw: (consent: Consent) => void;
}

function ConsentPart({ consent, busy, onWithdraw }: PartProps) {
  const { consentId, withdrawnAt, refusedZh, effectsZh } = consent;
  const rows = [
    { label: '谁能看到', value: consent.receiverZh },
    { label: '用途', value: consent.purposeZh },
    { label: '哪些信息', value: consent.fieldsZh },
    { label: '保存到', value: consent.untilZh },
    { label: '为哪件事', value: consent.aboutZh },
    { label: '同意时间', value: `${momentZh(consent.givenAt)}（${consent.version}）` },
    { label: '撤回时间', value: withdrawnAt === null ? '' : momentZh(withdrawnAt) },
  ];
  return (
    <Section
      id={`consent-${consentId}`}
      title={consent.zh}
      aside={withdrawnAt === null ? <Tag tone="pass">生效中</Tag> : <Tag tone="neutral">已撤回</Tag>}
    >
      <KeyValue items={rows.filter(({ value }) => value !== '')} />
      {consent.bodyZh === '' ? null : <LongText>{consent.bodyZh}</LongText>}
      {withdrawnAt === null && refusedZh === null ? (
        <>
          <View className="xh-row-detail">{`撤回后：${effectsZh.join('；')}。`}</View>
          <Button id={`withdraw-${consentId}`} kind="secondary" busy={busy} onTap={() => onWithdraw(consent)}>
            撤回同意
          </Button>
        </>
      ) : null}
      {refusedZh === null ? null : <Notice tone="info">{refusedZh}</Notice>}
    </Section>
  );
}
