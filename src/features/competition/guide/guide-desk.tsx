import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { heard } from '../../../client/server-clock';
import { sentenceOf } from '../../../client/transport/failure';
import { useShare } from '../../../client/use-share';
import { Page } from '../../../ui/page';
import { GuideParts } from './guide-parts';

interface Props {
  /** Whose timetable and card stand in it; null: the city's. */
  contestId: string | null;
  /** What is brought into sight as the page opens. */
  part: string | null;
}

/** What people read before they enter: the rules, prizes, the whole timetable, templates, questions, whom to ask. */
export function GuideDesk({ contestId, part }: Props) {
  const ask = useAsk(['competition', 'guide', contestId], async () =>
    heard(await api.competition.guide({ contestId })),
  );
  const guide = ask.data;
  useShare('星火项目创业大赛办事指南', 'open/guide', contestId === null ? {} : { contestId });
  const ready = guide !== undefined;
  useEffect(() => {
    // A part that this edition has not leaves the page at its top.
    if (ready && part !== null)
      void Taro.pageScrollTo({ selector: `#guide-${part}`, duration: 0 }).catch(() => undefined);
  }, [ready, part]);
  return (
    <Page
      title={guide ? `${guide.regionZh ?? ''}办事指南` : undefined}
      state={guide ? 'ready' : ask.error ? 'error' : 'loading'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
    >
      {guide ? <GuideParts guide={guide} /> : null}
    </Page>
  );
}
