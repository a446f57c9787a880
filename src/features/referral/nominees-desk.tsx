import { formatFullDateZh } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useAsk } from '../../client/cache/use-ask';
import { useChange } from '../../client/cache/use-change';
import { formatDateZh } from '../../client/day-words';
import { go } from '../../client/go';
import { AskedPage } from '../../patterns/asked-page';
import { ClosingNote } from '../../patterns/closing-note';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/empty';
import { Segmented } from '../../ui/fields/segmented';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { confirmDanger } from '../../ui/sheets/confirm';
import { toast } from '../../ui/sheets/toast';
import { Tag } from '../../ui/tag';
import { verdicts, verdictTones } from './eligibility';
import type { Nominee, UpperNotice } from './referral-view';

const views = [
  { value: 'open', zh: '可以提名的' },
  { value: 'named', zh: '已提名' },
  { value: 'all', zh: '全部获奖' },
] as const;
type Seen = (typeof views)[number]['value'];

const fits: Record<Seen, (nominee: Nominee) => boolean> = {
  open: ({ referral, closed }) => closed === null && !(referral?.live ?? false),
  named: ({ referral }) => referral !== null,
  all: () => true,
};

/** The winners of a region: who may be named for an upper contest, and why not; how far those are who were. */
export function NomineesDesk() {
  const ask = useAsk(['referral', 'nominees'], () => api.referral.nominees({}));
  const [view, setView] = useState<Seen>('open');
  const nominate = useChange(api.referral.nominate, touches.referral);
  async function name({ entryId, title }: Nominee): Promise<void> {
    const question = {
      title: `提名“${title}”`,
      body: '获奖人会收到通知，由本人决定是否参加、是否同意报送材料。',
      confirm: '提名',
    };
    if ((await confirmDanger(question)) && (await nominate.run({ entryId }))) toast('已提名，等待本人决定');
  }
  return (
    <AskedPage ask={ask} here={link('staff/nominees')} missing="您不能查看上级赛事提名">
      {({ notice, items }) => {
        const shown = items.filter(fits[view]);
        const open = items.filter(fits.open).length;
        return (
          <Page
            wide
            title={open === 0 ? '现在没有可以提名的获奖项目' : `${open} 个获奖项目可以提名`}
            over="上级赛事推荐"
          >
            <ClosingNote scopes={['module:referral']} />
            <NoticeWords notice={notice} />
            <Segmented id="nominees-view" label="查看" options={views} value={view} onChange={setView} />
            {nominate.failure ? <Notice tone="error">{nominate.failure.message}</Notice> : null}
            {shown.length === 0 ? <Empty title="这里没有项目" hint="换一个分类再看。" /> : null}
            {shown.map((nominee) => (
              <NomineeCard key={nominee.entryId} nominee={nominee} onName={() => void name(nominee)} />
            ))}
          </Page>
        );
      }}
    </AskedPage>
  );
}

/** What the upper contest asks for, as the city entered it. */
export function NoticeWords({ notice }: { notice: UpperNotice | null }) {
  if (notice === null || notice.confirmedAt === null)
    return <Notice tone="info">市级还没有核定上级赛事通知和名额，核定后才能提名。</Notice>;
  return (
    <View className="xh-row-detail">
      {`${notice.upperZh}（${notice.docNo}）。注册年限算到${formatFullDateZh(notice.cutoffOn)}，材料最迟${formatDateZh(notice.closesOn)}报送。`}
    </View>
  );
}

function NomineeCard({ nominee, onName }: { nominee: Nominee; onName: () => void }) {
  const { entryId, title, regionZh, awardZh, trackZh, upperTrackZh, eligibility, referral, closed } = nominee;
  const unmet = eligibility.reasons.filter(({ verdict }) => verdict !== 'pass');
  return (
    <Card
      id={`nominee-${entryId}`}
      title={title}
      aside={
        referral === null ? (
          <Tag tone={verdictTones[eligibility.verdict]}>{verdicts[eligibility.verdict]}</Tag>
        ) : (
          <Tag tone={referral.tone}>{referral.stateZh}</Tag>
        )
      }
    >
      <View className="xh-row-detail">
        {[
          regionZh,
          awardZh,
          upperTrackZh === trackZh ? trackZh : `${trackZh}，上级赛道 ${upperTrackZh ?? '没有对应的'}`,
        ].join('，')}
      </View>
      {unmet.map(({ zh, verdict }) => (
        <View key={zh} className="xh-row-detail">{`${verdicts[verdict]}：${zh}`}</View>
      ))}
      {referral === null ? null : (
        <Button
          id={`referral-${entryId}`}
          kind="secondary"
          label={`查看推荐，${title}`}
          onTap={() => go('staff/referral', { referralId: referral.referralId })}
        >
          查看推荐
        </Button>
      )}
      {referral?.live ? null : closed === null ? (
        <Button id={`nominate-${entryId}`} kind="secondary" label={`提名，${title}`} onTap={onName}>
          提名
        </Button>
      ) : unmet.length > 0 ? null : (
        <View className="xh-row-detail">{closed}</View>
      )}
    </Card>
  );
}
