import { undecidedZh } from '@shared/competition/phase';
import { phaseWords } from '@shared/competition/phase-words';
import { untilDayZh } from '@shared/kernel/moment-words';
import { dayZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { serverNow } from '../../../client/server-clock';
import { ContactCard } from '../../../patterns/contact-card';
import { ListRow } from '../../../ui/lists/list-row';
import { Section } from '../../../ui/section';
import type { Home, Own } from '../use-landing';

type Post = NonNullable<Own['posts']>[number];

/** What a judge has to know before there is anything to score: where, when, made by whom, and whom to ask. */
export function JudgePost({ post, home }: { post: Post; home: Home }) {
  const { contestId, placeZh, givenBy, givenAt, endsAt, judging } = post;
  const contest = home.contests.find((each) => each.contestId === contestId);
  const { nameZh, contactZh } = home.organiser;
  return (
    <>
      <Section title={`${placeZh}评审`}>
        <ListRow
          id="judging-when"
          title={judging === null ? undecidedZh('评审') : phaseWords(judging, serverNow())}
          detail={`评审材料和打分还没有在小程序开放。评审怎么安排，请向${contest ? '赛场' : '大赛组委会'}了解。`}
        />
        <ListRow
          id="judging-by"
          title={givenBy === null ? `${dayZh(givenAt)}授权` : `由${givenBy}授权`}
          detail={[
            ...(givenBy === null ? [] : [`${dayZh(givenAt)}授权`]),
            endsAt === null ? '没有期限' : `有效期至${untilDayZh(endsAt)}`,
          ].join('，')}
        />
        {contest ? (
          <ListRow
            id="judging-contest"
            title={placeZh}
            detail="赛道、赛程、公告"
            onTap={() => go('open/region', { contestId: contest.contestId })}
          />
        ) : (
          <ListRow
            id="judging-contest"
            title={nameZh === '' ? '办事指南' : nameZh}
            detail={contactZh || '规则、赛程、各赛场联系方式'}
            onTap={() => go('open/guide')}
          />
        )}
      </Section>
      {contest ? <ContactCard title={placeZh} contact={contest.contact} /> : null}
    </>
  );
}
