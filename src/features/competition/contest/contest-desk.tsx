import { momentZh } from '@shared/kernel/moment-words';
import { link } from '@shared/routes';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Timeline } from '../../../ui/lists/timeline';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';
import { CardForm } from './card-form';
import { OwnTracks } from './own-tracks';
import { Windows } from './windows';

/** A region's contest as its lead and the city set it up; without saying which, the one that the reader runs, or a choice of several. */
export function ContestDesk({ contestId }: { contestId: string | null }) {
  return contestId === null ? <WhichContest /> : <OneContest contestId={contestId} />;
}

const editionOf = ({ editionZh, draft }: { editionZh: string; draft: boolean }): string =>
  `${editionZh}${draft ? '（未发布）' : ''}`;

type Setups = Awaited<ReturnType<typeof api.competition.contestSetups>>['contests'];

/** Of the edition that people see; of a draft alone where there is no other. */
function standsOf(contests: Setups): string {
  const published = contests.filter(({ draft }) => !draft);
  const counted = published.length > 0 ? published : contests;
  if (counted.length === 0) return '还没有赛场';
  const unreachable = counted.filter(({ contactMissing }) => contactMissing).length;
  return unreachable > 0 ? `${unreachable} 个赛场没有联系电话` : `${counted.length} 个赛场都有联系电话`;
}

function WhichContest() {
  const ask = useAsk(['competition', 'contestSetups'], () => api.competition.contestSetups({}));
  return (
    <AskedPage ask={ask} here={link('staff/contest')} missing="没有您可以查看的赛场">
      {({ contests }) => {
        const [only] = contests;
        if (only && contests.length === 1) return <OneContest contestId={only.contestId} />;
        return (
          <Page over="赛场设置" title={standsOf(contests)}>
            {contests.length === 0 ? <Empty title="市里建立届次后，赛场会出现在这里" /> : null}
            {[...new Set(contests.map(editionOf))].map((edition) => (
              <Section key={edition} title={edition}>
                {contests
                  .filter((contest) => editionOf(contest) === edition)
                  .map(({ contestId, regionZh, contactMissing }) => (
                    <ListRow
                      key={contestId}
                      id={`contest-${contestId}`}
                      title={regionZh}
                      aside={contactMissing ? <Tag tone="warn">没有联系电话</Tag> : undefined}
                      onTap={() => go('staff/contest', { contestId })}
                    />
                  ))}
              </Section>
            ))}
          </Page>
        );
      }}
    </AskedPage>
  );
}

function OneContest({ contestId }: { contestId: string }) {
  const ask = useAsk(['competition', 'contestSetup', contestId], () => api.competition.contestSetup({ contestId }));
  return (
    <AskedPage ask={ask} here={link('staff/contest', { contestId })} missing="没有找到这个赛场">
      {(setup) => (
        <Page title={`${setup.regionZh}赛场设置`}>
          {setup.shutZh === null ? null : <Notice tone="info">{setup.shutZh}</Notice>}
          <CardForm setup={setup} />
          <OwnTracks setup={setup} />
          <Windows setup={setup} />
          {setup.changes.length === 0 ? null : (
            <Section id="changes" title="变更记录">
              <Timeline
                items={setup.changes.map(({ zh, fromZh, toZh, byZh, at }) => ({
                  zh,
                  at: momentZh(at),
                  by: byZh,
                  reason: `${fromZh} → ${toZh}`,
                }))}
              />
            </Section>
          )}
        </Page>
      )}
    </AskedPage>
  );
}
