import { claimCode, claimConsent } from '@shared/awards/award-claim/claim';
import { momentZh } from '@shared/kernel/moment-words';
import { isBlank } from '@shared/kernel/typed/unseen';
import { link } from '@shared/routes';
import type { Purpose } from '@shared/telling/templates';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { go } from '../../../client/go';
import { useSessionHeld } from '../../../client/session/use-session-held';
import { FormPage } from '../../../patterns/asked-form';
import { ClosingNote } from '../../../patterns/closing-note';
import { TypedCodePage } from '../../../patterns/codes/typed-code-page';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { usePhoneOffer } from '../../../patterns/use-phone-offer';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { CheckRow } from '../../../ui/fields/check-row';
import { TextField } from '../../../ui/fields/text-field';
import { KeyValue } from '../../../ui/lists/key-value';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { toast } from '../../../ui/sheets/toast';
import { Tag } from '../../../ui/tag';

/** What comes of an award: policies, and before they end. */
const opened: readonly Purpose[] = ['policy', 'reminder'];

type Seen = Awaited<ReturnType<typeof api.awards.seeClaimCode>>;

/** A past winner comes to their award: the code of the region's staff, then name and number, which staff compare with their record. Whoever has won reads that first. */
export function AwardDesk() {
  const ask = useAsk(['awards', 'myClaims'], () => api.awards.myClaims({}), useSessionHeld());
  const won = (ask.data?.awards ?? []).filter(({ live }) => live);
  const [first] = won;
  return (
    <TypedCodePage
      title={
        first === undefined
          ? '认领获奖'
          : won.length > 1
            ? `您有 ${won.length} 个项目获奖`
            : `您的项目获${first.awardZh}`
      }
      zh={claimCode.zh}
      here={link('account/award')}
      signIn={{ title: '登录后认领', hint: '往届获奖的，凭县（市、区）发的认领码认领，政策就按获奖情况答复。' }}
      see={api.awards.seeClaimCode}
      {...(first === undefined ? { about: <Own /> } : { above: <Own /> })}
    >
      {(seen, code, back) => <Claim seen={seen} code={code} onBack={back} />}
    </TypedCodePage>
  );
}

/** What an award opens, each a tap away: the page of the policy says on what terms, and leads to applying where that is done here. */
const ways = [
  { policy: 'guaranteed-loan-national', zh: '创业担保贷款', detail: '排队在前，审批标准不变' },
  { policy: 'incubator-place', zh: '创业孵化基地', detail: '同等条件下优先入驻' },
  { policy: 'training', zh: '定制化培训', detail: '优先安排' },
  { policy: 'referral', zh: '上级赛事推荐', detail: '由县（市、区）提名，本人同意后报送' },
  { policy: 'sx-one-off-subsidy', zh: '创业补贴', detail: '看各项条件和期限' },
] as const;

const Own = () => (
  <>
    <OwnClaims />
    <OwnReferrals />
  </>
);

/** For which upper contests one was named, and how far that is. */
function OwnReferrals() {
  const ask = useAsk(['referral', 'mine'], () => api.referral.mine({}));
  const referrals = ask.data?.referrals ?? [];
  if (referrals.length === 0) return null;
  return (
    <Card title="上级赛事推荐">
      {referrals.map(({ referralId, title, trackZh, stateZh, tone }) => (
        <ListRow
          key={referralId}
          id={`referral-${referralId}`}
          title={title}
          detail={trackZh}
          aside={<Tag tone={tone}>{stateZh}</Tag>}
          onTap={() => go('policy/referral', { referralId })}
        />
      ))}
    </Card>
  );
}

type Mine = Awaited<ReturnType<typeof api.awards.myClaims>>;

/** What is one's own with what it opens, what was claimed and is no award of one's own; without any, whence a code comes. */
function OwnClaims() {
  const ask = useAsk(['awards', 'myClaims'], () => api.awards.myClaims({}));
  const { claims = [], awards = [] } = ask.data ?? {};
  if (claims.length + awards.length === 0)
    return <Notice tone="neutral">没有认领码的，请联系获奖的县（市、区）赛场，核实后会发给您。</Notice>;
  const open = claims.filter(({ state }) => state !== 'accepted');
  return (
    <>
      {awards.map((award) => (
        <OwnAward key={award.awardId} award={award} />
      ))}
      {open.map(({ claimId, title, year, awardZh, regionZh, stateZh, tone, askedAt, reason }) => (
        <Card key={claimId} id={`claim-${claimId}`} title={title} aside={<Tag tone={tone}>{stateZh}</Tag>}>
          <View className="xh-row-detail">{`${year}年${awardZh}，${regionZh}`}</View>
          <View className="xh-row-detail">{`${momentZh(askedAt)} 提交认领`}</View>
          {reason === null ? null : <View>{`理由：${reason}`}</View>}
        </Card>
      ))}
    </>
  );
}

/** One that was cancelled says why, and opens nothing. */
function OwnAward({ award }: { award: Mine['awards'][number] }) {
  const { awardId, title, year, awardZh, regionZh, stateZh, tone, live, changedAt, reason } = award;
  return (
    <Card id={`award-${awardId}`} title={title} aside={<Tag tone={tone}>{stateZh}</Tag>}>
      <View className="xh-row-detail">{`${year}年${awardZh}，${regionZh}`}</View>
      {live ? null : <View className="xh-row-detail">{`${momentZh(changedAt)} 取消`}</View>}
      {reason === null ? null : <View>{`理由：${reason}`}</View>}
      {live ? (
        <>
          {ways.map(({ policy, zh, detail }) => (
            <ListRow
              key={policy}
              id={`way-${policy}-${awardId}`}
              title={zh}
              detail={detail}
              onTap={() => go('open/policy', { code: policy })}
            />
          ))}
          <Button id={`policies-${awardId}`} kind="secondary" onTap={() => go('policies')}>
            看能享受的政策
          </Button>
        </>
      ) : null}
    </Card>
  );
}

function Claim({ seen, code, onBack }: { seen: Seen; code: string; onBack: () => void }) {
  const claim = useChange(api.awards.claimAward, touches.awards);
  const offer = usePhoneOffer(opened);
  const form = useTypedForm('claim');
  const [name, setName] = form.field('name', '');
  const [idNumber, setNumber] = useState('');
  const [agreed, setAgreed] = useState(false);
  const errors = useFieldErrors(claim.failure, {
    name: isBlank(name) && '请填写姓名',
    idNumber: isBlank(idNumber) && '请填写身份证号',
    agreed: !agreed && `请阅读后勾选“${claimConsent.zh}”`,
    code: null,
  });
  async function send(): Promise<void> {
    // First of all: after the first answer of the server it is no longer inside the tap.
    await offer.ask();
    const answer = await claim.run({ code, name: name.trim(), idNumber: idNumber.slice(0, 40), agreed });
    if (!answer) return;
    form.sent();
    toast('已提交，等待核对');
    onBack();
  }
  return (
    <FormPage
      title="这是您的奖项吗？"
      errors={{ ...errors, general: errors.of('code') ?? errors.general }}
      button={{ id: 'claim', zh: '提交认领', busy: claim.busy }}
      onSend={send}
    >
      <ClosingNote scopes={['module:awards']} />
      <Card>
        <KeyValue
          items={[
            { label: '项目', value: seen.title },
            { label: '奖项', value: `${seen.year}年${seen.awardZh}` },
            { label: '赛场', value: seen.regionZh },
          ]}
        />
      </Card>
      <Card title="获奖人">
        <TextField
          id="field-name"
          label="姓名"
          hint="与身份证和当年报名时一致"
          max={30}
          value={name}
          onChange={setName}
          error={errors.of('name')}
        />
        <TextField
          id="field-idNumber"
          label="身份证号"
          hint="18 位，加密保存，核对后删除"
          type="idcard"
          value={idNumber}
          onChange={setNumber}
          error={errors.of('idNumber')}
        />
        <CheckRow
          id="field-agreed"
          label={claimConsent.zh}
          hint={claimConsent.bodyZh}
          checked={agreed}
          onChange={setAgreed}
          error={errors.of('agreed')}
        />
      </Card>
      {/* It stands from the first: what comes later beside fields has all of them sent anew, under whoever types. */}
      <View className="xh-row-detail">{offer.words ?? ''}</View>
      <Button id="other-code" kind="text" onTap={onBack}>
        不是我的，换一个认领码
      </Button>
    </FormPage>
  );
}
