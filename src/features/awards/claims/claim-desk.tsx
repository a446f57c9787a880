import { momentZh } from '@shared/kernel/moment-words';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { AskedPage } from '../../../patterns/asked-page';
import { isMeant, offeredOf } from '../../../patterns/cases/offered';
import { ReasonSheet } from '../../../patterns/cases/reason-sheet';
import { Story } from '../../../patterns/cases/story';
import { useMoves } from '../../../patterns/cases/use-moves';
import { useSheet } from '../../../patterns/cases/use-sheet';
import { SealedValue } from '../../../patterns/sealed-value';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { toast } from '../../../ui/sheets/toast';
import { Tag } from '../../../ui/tag';

type Claim = Awaited<ReturnType<typeof api.awards.claim>>;

const keyOf = (claimId: string) => ['awards', 'claim', claimId];
const titles: Readonly<Record<string, string>> = {
  asked: '请核对是不是获奖人',
  accepted: '认领已确认',
  declined: '认领没有确认',
  revoked: '认领已撤销',
};

/** What somebody says who claims an award, beside what the region has on paper: confirmed, refused, or later taken back. */
export function ClaimDesk({ claimId }: { claimId: string }) {
  const ask = useAsk(keyOf(claimId), () => api.awards.claim({ claimId }));
  return (
    <AskedPage ask={ask} here={link('staff/award-claim', { claimId })} missing="没有找到这份认领">
      {(claim) => <Work claim={claim} />}
    </AskedPage>
  );
}

type Reasoned = 'refuse' | 'revoke';

function Work({ claim }: { claim: Claim }) {
  const { claimId, version, moves: offered } = claim;
  const confirm = useChange(api.awards.confirmClaim, touches.awards);
  const refuse = useChange(api.awards.refuseClaim, touches.awards);
  const revoke = useChange(api.awards.revokeClaim, touches.awards);
  const { make, busy, failure, forget } = useMoves([confirm, refuse, revoke], keyOf(claimId));
  const { sheet, open, close } = useSheet<Reasoned>(forget);
  const [confirming, refusing, revoking] = ['confirm', 'refuse', 'revoke'].map((name) => offeredOf(offered, name));
  const accept = async () => {
    if (!confirming || !(await isMeant(confirming))) return;
    if (await make(() => confirm.run({ claimId, version }))) toast('已确认');
  };
  const send = (move: typeof refuse | typeof revoke) => async (reason: string) => {
    const done = await make(() => move.run({ claimId, version, reason }));
    if (done) close();
    return done;
  };
  return (
    <Page
      title={titles[claim.state] ?? claim.stateZh}
      over="往届获奖认领"
      {...(confirming || refusing || revoking
        ? {
            action: (
              <>
                {failure && sheet === null ? <Notice tone="error">{failure.message}</Notice> : null}
                {confirming ? (
                  <Button id="confirm" busy={busy} onTap={accept}>
                    {confirming.label}
                  </Button>
                ) : null}
                {refusing ? (
                  <Button id="refuse" kind="secondary" onTap={() => open('refuse')}>
                    {refusing.label}
                  </Button>
                ) : null}
                {revoking ? (
                  <Button id="revoke" kind="danger" onTap={() => open('revoke')}>
                    {revoking.label}
                  </Button>
                ) : null}
              </>
            ),
          }
        : {})}
    >
      <Card title={claim.title} aside={<Tag tone={claim.tone}>{claim.stateZh}</Tag>}>
        <KeyValue
          items={[
            { label: '奖项', value: `${claim.year}年${claim.awardZh}` },
            { label: '赛场', value: claim.regionZh },
            { label: '认领时间', value: momentZh(claim.askedAt) },
            { label: '姓名', value: <Opened claim={claim} field="name" label="姓名" masked={claim.nameMasked} /> },
            {
              label: '身份证号',
              value: <Opened claim={claim} field="idNumber" label="身份证号" masked={claim.numberMasked} />,
            },
          ]}
        />
      </Card>
      {claim.state === 'asked' ? <Compare same={claim.sameAsRecord} /> : null}
      {claim.state === 'asked' ? null : <View className="xh-nothing">已办结，完整的姓名和身份证号已删除。</View>}
      <Story items={claim.timeline} />
      <ReasonSheet
        move="refuse"
        about={claimId}
        offered={refusing ?? null}
        hint="认领人会看到，如：与报名记录的身份证号不一致，请带身份证到窗口核对"
        max={300}
        open={sheet === 'refuse'}
        onClose={close}
        failure={failure}
        onSend={send(refuse)}
      />
      <ReasonSheet
        move="revoke"
        about={claimId}
        offered={revoking ?? null}
        hint="认领人会看到"
        kind="danger"
        max={300}
        open={sheet === 'revoke'}
        onClose={close}
        failure={failure}
        onSend={send(revoke)}
      />
    </Page>
  );
}

interface OpenedProps {
  claim: Claim;
  field: 'name' | 'idNumber';
  label: string;
  masked: string;
}

const Opened = ({ claim: { claimId, opens }, field, label, masked }: OpenedProps) => (
  <SealedValue
    id={field}
    label={label}
    masked={masked}
    opens={opens}
    warning={`将显示完整的${label} 60 秒。本次查看会留下记录，认领人能看到，请仅用于核对这份认领。`}
    reveal={api.awards.openClaim}
    input={{ claimId, field }}
    read={({ value }) => value}
  />
);

function Compare({ same }: { same: boolean | null }) {
  if (same === true)
    return (
      <Notice tone="pass" title="与本系统的报名记录一致">
        身份证号与项目负责人的相同。请再与当年的纸质记录核对姓名。
      </Notice>
    );
  if (same === false)
    return (
      <Notice tone="warn" title="与本系统的报名记录不一致">
        身份证号与项目负责人的不同。请与当年的纸质记录核对，不一致的请写明理由，不予确认。
      </Notice>
    );
  return <Notice tone="info">本系统没有当年的身份证号，请与当年的纸质记录核对姓名和身份证号。</Notice>;
}
