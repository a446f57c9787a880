import { link } from '@shared/routes';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { useList } from '../../../client/cache/use-list';
import { deadlineZh, untilZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { MadeCodePage } from '../../../patterns/codes/made-code-page';
import { KeysetList } from '../../../patterns/keyset-list';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Segmented } from '../../../ui/fields/segmented';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';
import { type PastAward, PastAwardCard } from './past-award-card';

type Made = { award: PastAward; code: string; endsAt: string };

const views = [
  { value: 'open', zh: '没有人认领的' },
  { value: 'all', zh: '全部' },
] as const;

/** Awards of editions that are over, region by region: a code is made for whoever won, and what they claim is looked at. */
export function PastAwardsDesk() {
  const [view, setView] = useState<'open' | 'all'>('open');
  const [made, setMade] = useState<Made | null>(null);
  const list = useList(['awards', 'pastAwards', view], (cursor) =>
    api.awards.pastAwards({ open: view === 'open', cursor }),
  );
  const make = useChange(api.awards.makeClaimCode, touches.awards);
  const voiding = useChange(api.awards.voidClaimCode, touches.awards);
  if (made !== null) return <MadeClaimCode made={made} onBack={() => setMade(null)} />;
  async function makeCode(award: PastAward): Promise<void> {
    const again = {
      title: '重发认领码',
      body: '原来的认领码立即作废，只有新的可用。',
      confirm: '重发',
    };
    if (award.codeUntil !== null && !(await confirmDanger(again))) return;
    const answer = await make.run({ awardId: award.awardId });
    if (answer) setMade({ award, code: answer.code, endsAt: answer.endsAt });
  }
  async function makeVoid({ awardId }: PastAward): Promise<void> {
    const question = { title: '作废认领码', body: '收到的人不能再用它认领。', confirm: '作废' };
    if ((await confirmDanger(question)) && (await voiding.run({ awardId }))) toast('已作废');
  }
  const failure = make.failure ?? voiding.failure;
  return (
    <AskedPage
      ask={{ data: list.pending ? undefined : true, error: list.error, refetch: list.again }}
      here={link('staff/award-claims')}
      missing="您不能查看往届获奖认领"
    >
      {() => (
        <Page wide title="往届获奖认领">
          <Segmented id="awards-view" label="查看" options={views} value={view} onChange={setView} />
          {failure ? <Notice tone="error">{failure.message}</Notice> : null}
          <KeysetList
            id="awards-more"
            list={list}
            empty={<Empty title="没有要认领的奖项" hint="往届结果登记后，没有记在本人名下的奖项列在这里" />}
          >
            {(rows) =>
              rows.map((award) => (
                <PastAwardCard
                  key={award.awardId}
                  award={award}
                  onCode={makeCode}
                  onVoid={makeVoid}
                  onClaim={(claimId) => go('staff/award-claim', { claimId })}
                  onPolicies={(entryId) => go('staff/applicant', { entryId })}
                />
              ))
            }
          </KeysetList>
        </Page>
      )}
    </AskedPage>
  );
}

const MadeClaimCode = ({ made: { award, code, endsAt }, onBack }: { made: Made; onBack: () => void }) => (
  <MadeCodePage
    id="claim-code"
    zh="认领码"
    over={`${award.title}，${award.year}年${award.awardZh}`}
    code={code}
    words={`“${award.title}”${award.year}年${award.awardZh}的认领码：${code}。请打开“星火项目创业大赛”，登录后在“我的—我的获奖”中输入，${deadlineZh(endsAt)}。`}
    whom="获奖人"
    warning={`只能用一次，最迟${untilZh(endsAt)}。请核实是获奖人本人再发；发错了可在列表中作废。`}
  >
    <Button id="to-awards" kind="text" onTap={onBack}>
      回到列表
    </Button>
  </MadeCodePage>
);
