import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useAsk } from '../../client/cache/use-ask';
import { useChange } from '../../client/cache/use-change';
import { go } from '../../client/go';
import { AskedPage } from '../../patterns/asked-page';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { ListRow } from '../../ui/lists/list-row';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { confirmDanger } from '../../ui/sheets/confirm';
import { toast } from '../../ui/sheets/toast';
import { Tag } from '../../ui/tag';
import { NoticeCard } from './notice-card';
import { percentileZh } from './percentile-words';
import type { Board } from './referral-view';
import './referral.scss';

type Track = Board['tracks'][number];

/** A year's referrals as the city has them: the notice with its quotas, and of each track its order and who is recommended. */
export function BoardDesk() {
  const ask = useAsk(['referral', 'board'], () => api.referral.board({}));
  return (
    <AskedPage ask={ask} here={link('staff/referral-board')} missing="您不能查看上级赛事推荐">
      {(board) => <Shown board={board} />}
    </AskedPage>
  );
}

const titleOf = ({ notice, tracks, editionZh, writes }: Board): string => {
  if (editionZh === null) return '还没有已结束的届次';
  if (notice === null) return writes ? '请录入上级赛事通知' : '还没有录入上级赛事通知';
  if (notice.confirmedAt === null) return '通知和名额等待核定';
  const rank = tracks.reduce((sum, { waitsForRank }) => sum + waitsForRank, 0);
  const free = tracks.reduce((sum, { quota, taken }) => sum + quota - taken, 0);
  return rank > 0 ? `${rank} 个项目待排序` : `还有 ${free} 个名额`;
};

function Shown({ board }: { board: Board }) {
  const { tracks, notice, orderZh, editionZh, writes } = board;
  const rank = useChange(api.referral.rankTrack, touches.referral);
  const recommend = useChange(api.referral.recommendTrack, touches.referral);
  const [left, setLeft] = useState<ReadonlyArray<{ title: string; zh: string }>>([]);
  async function order({ track }: Track): Promise<void> {
    const answer = await rank.run({ track });
    setLeft(answer?.left ?? []);
    if (answer) toast(`已排序 ${answer.ranked} 个`);
  }
  async function fill({ track, zh, quota, taken, mostOfRegion }: Track): Promise<void> {
    const question = {
      title: `推荐“${zh}”赛道`,
      body: `按次序推荐，空余名额 ${quota - taken} 个，同一县（市、区）一般不超过 ${mostOfRegion} 个，其余列为备选。获奖人会收到通知。`,
      confirm: '推荐',
    };
    if (!(await confirmDanger(question))) return;
    const answer = await recommend.run({ track });
    if (answer) toast(`已推荐 ${answer.recommended} 个，备选 ${answer.reserve} 个`);
  }
  const failure = rank.failure ?? recommend.failure;
  const busy = rank.busy || recommend.busy;
  const used = tracks.filter(({ quota, entries }) => quota > 0 || entries.length > 0);
  return (
    <Page
      wide
      title={titleOf(board)}
      refused={failure?.message}
      over={`上级赛事推荐${editionZh === null ? '' : `，${editionZh}获奖项目`}`}
    >
      {editionZh === null ? <Empty title="没有可以推荐的获奖项目" hint="届次结束、结果公布后再来。" /> : null}
      {editionZh === null ? null : <NoticeCard notice={notice} tracks={tracks} writes={writes} />}
      {left.length === 0 ? null : (
        <Notice tone="warn" title="没有排进次序的项目">
          {left.map(({ title, zh }) => (
            <View key={title}>{`“${title}”：${zh}`}</View>
          ))}
        </Notice>
      )}
      {used.length === 0 ? null : <View className="xh-row-detail">{orderZh}</View>}
      <View className="xh-referral-tracks">
        {used.map((track) => (
          <TrackSection
            key={track.track}
            track={track}
            writes={writes}
            busy={busy}
            onRank={() => void order(track)}
            onRecommend={() => void fill(track)}
          />
        ))}
      </View>
    </Page>
  );
}

interface TrackProps {
  track: Track;
  writes: boolean;
  busy: boolean;
  onRank: () => void;
  onRecommend: () => void;
}

function TrackSection({ track: of, writes, busy, onRank, onRecommend }: TrackProps) {
  const { track, zh, quota, taken, mostOfRegion, entries, rankClosed, recommendClosed } = of;
  return (
    <Section id={`track-${track}`} className="xh-referral-track" title={zh} aside={`名额 ${quota}，已用 ${taken}`}>
      <View className="xh-row-detail">{`同一县（市、区）一般不超过 ${mostOfRegion} 个`}</View>
      {entries.length === 0 ? <View className="xh-row-detail">还没有提名</View> : null}
      {entries.map((entry) => (
        <ListRow
          key={entry.referralId}
          id={`referral-${entry.referralId}`}
          title={`${entry.place === null ? '' : `${entry.place}. `}${entry.title}`}
          detail={
            <>
              <View>{`${entry.regionZh}，${entry.awardZh}`}</View>
              {entry.place === null ? null : <View>{percentileZh(entry.percentile)}</View>}
            </>
          }
          aside={<Tag tone={entry.tone}>{entry.stateZh}</Tag>}
          onTap={() => go('staff/referral', { referralId: entry.referralId })}
        />
      ))}
      {entries.length === 0 || !writes ? null : (
        <View className="xh-referral-buttons">
          <Button
            id={`rank-${track}`}
            kind="secondary"
            label={`排序，${zh}`}
            busy={busy}
            disabled={rankClosed !== null}
            onTap={onRank}
          >
            排序
          </Button>
          <Button
            id={`recommend-${track}`}
            kind="secondary"
            label={`推荐，${zh}`}
            busy={busy}
            disabled={recommendClosed !== null}
            onTap={onRecommend}
          >
            推荐
          </Button>
        </View>
      )}
      {writes && entries.length > 0 && recommendClosed !== null ? (
        <View className="xh-row-detail">{recommendClosed}</View>
      ) : null}
    </Section>
  );
}
