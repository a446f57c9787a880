import { suggestRegion } from '@shared/competition/suggest-region';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { RadioList } from '../../../ui/fields/radio-list';
import { Notice } from '../../../ui/notice';
import { toast } from '../../../ui/sheets/toast';
import type { Contest, EntryView, Home } from '../entry-view';
import type { KeptSection, SectionKeeper } from '../form/section-keeper';

interface Props {
  entry: EntryView;
  contest: Contest;
  home: Home;
  keeper: SectionKeeper;
  kept: KeptSection;
  refresh: () => Promise<EntryView | undefined>;
}

/** The region that the address speaks of, to take over with one tap; and the way to that region's contest, while it is a draft. */
export function EntityRegion({ entry, contest, home, keeper, kept, refresh }: Props) {
  const { address, regionId } = kept.values;
  const regions = home.contests.map(({ regionId: id, regionZh: zh }) => ({ regionId: id, zh }));
  const suggested = typeof address === 'string' ? suggestRegion(address, regions) : null;
  const zhOf = (id: unknown) => regions.find((region) => region.regionId === id)?.zh ?? '';
  const elsewhere = home.contests.find((each) => each.regionId === regionId && each.contestId !== entry.contestId);
  return (
    <>
      {suggested !== null && suggested !== regionId ? (
        <Notice tone="info">
          <View className="xh-beside-button">
            <View>按营业执照住所推荐：{zhOf(suggested)}</View>
            <Button
              id="take-region"
              kind="text"
              onTap={() => {
                keeper.change('regionId', suggested);
                return keeper.flush();
              }}
            >
              用这个县
            </Button>
          </View>
        </Notice>
      ) : null}
      {elsewhere ? (
        <Elsewhere key={elsewhere.contestId} entry={entry} contest={contest} target={elsewhere} refresh={refresh} />
      ) : null}
    </>
  );
}

type Target = Home['contests'][number];

function Elsewhere({
  entry,
  contest,
  target,
  refresh,
}: Pick<Props, 'entry' | 'contest' | 'refresh'> & { target: Target }) {
  const change = useChange(api.entry.changeContest, touches.entry);
  const now = contest.tracks.find(({ zh }) => zh === entry.trackZh)?.code ?? '';
  const [track, setTrack] = useState(target.tracks.some(({ code }) => code === now) ? now : '');
  const differ = `注册地在${target.regionZh}，现在报的是${entry.regionZh}赛场。`;
  if (entry.state !== 'draft' || !entry.isLeader) {
    return <Notice tone="warn">{`${differ}如需更换，请由负责人在提交前办理。`}</Notice>;
  }
  const move = async () => {
    // Another part may have been saved since this page was opened, so the version is asked for first.
    const fresh = await refresh();
    if (!fresh) return;
    const { entryId, version } = fresh;
    const moved = await change.run({ entryId, version, contestId: target.contestId, trackCode: track });
    if (moved) toast(`已改到${target.regionZh}报名`);
  };
  return (
    <Card id="elsewhere" title="是否改到注册地报名">
      <Notice tone="warn">{`${differ}在注册地报名，审核和扶持政策由当地办理。`}</Notice>
      <RadioList
        id="field-newTrack"
        label={`${target.regionZh}的赛道`}
        options={target.tracks.map(({ code, zh }) => ({ value: code, zh }))}
        value={track}
        onChange={setTrack}
      />
      {change.failure ? <Notice tone="error">{change.failure.message}</Notice> : null}
      <Button id="change-contest" kind="secondary" disabled={track === ''} onTap={move}>
        {`改到${target.regionZh}报名`}
      </Button>
    </Card>
  );
}
