import { oneEntryEach } from '@shared/entry/states';
import { go } from '../../../client/go';
import { ListRow } from '../../../ui/lists/list-row';
import type { Home, Own, Past, Won } from '../use-landing';
import { HomeFoot } from './home-foot';
import { WonRow } from './won-row';

/** The contest in a few rows, for whoever has something to do here. */
export function ReaderBelow({ home, past, won, own }: { home: Home; past: Past | null; won: Won; own: Own }) {
  const { story, queue, posts } = own;
  const open = home.phases.find(({ kind }) => kind === 'signUp')?.state === 'open';
  return (
    <>
      {open && queue === null && !(posts && story === null) && story?.state !== 'qualified' ? (
        <ListRow id="enter" title="我要报名" detail={oneEntryEach} onTap={() => go('entry/eligibility')} />
      ) : null}
      {story ? (
        <ListRow
          id="own-region"
          title={`${story.regionZh}赛场`}
          detail="赛道、赛程、要准备的材料"
          onTap={() => go('open/region', { contestId: story.contestId })}
        />
      ) : null}
      <ListRow id="policies" title="扶持政策" detail="参赛和获奖能享受什么" onTap={() => go('policies')} />
      <WonRow won={won} />
      {past ? (
        <ListRow
          id="results"
          title="往届获奖名单"
          detail={`${past.nameZh}，${past.winners} 个项目获奖`}
          onTap={() => go('open/results', { editionId: past.editionId })}
        />
      ) : null}
      <ListRow
        id="complain"
        title="投诉建议"
        detail="投诉、建议和咨询都可以在这里提出"
        onTap={() => go('account/complaint')}
      />
      <HomeFoot home={home} />
    </>
  );
}
