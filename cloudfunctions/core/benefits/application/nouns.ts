import { type ClockSpec, clocksAfter, dueOf, inForce } from '@shared/benefits/application/clock';
import type { ApplicationKind } from '@shared/benefits/application/kind';
import type { ApplicationSubject } from '@shared/benefits/application/subject';
import type { ApplicationTold, BenefitsEvents } from '@shared/benefits/events';
import { officialCalendar } from '@shared/kernel/holidays';
import { endOfDayExclusive, shanghaiDate } from '@shared/kernel/shanghai';
import type { Updateable } from 'kysely';
import type { Noun } from '../../cases/noun';
import { at, type Database, json } from '../../platform/schema';

export type ApplicationTypes = {
  state: string;
  command: string;
  subject: ApplicationSubject & { regionZh?: string };
  event: keyof BenefitsEvents;
  key: 'applicationId';
  columns: Updateable<Database['application']>;
  facts: ApplicationTold;
};

/** The desk of a region, as the public calls it. */
export const deskZh = (kind: ApplicationKind, regionZh: string): string => `${regionZh}${kind.desks[0]?.zh ?? ''}`;

/** Who has it in a state, as the public calls them. `officeZh`: the organisation, where one has it and is known by name. */
export const holderIn = (
  kind: ApplicationKind,
  state: string,
  { regionZh = '' }: { regionZh?: string },
  officeZh: string | null,
): string | null => kind.lifecycle.states[state]?.holder({ deskZh: deskZh(kind, regionZh), officeZh } as never) ?? null;

/** What a state brings with it: who has it, whether it is live, its clock. */
function standing(kind: ApplicationKind, subject: ApplicationSubject, next: string, now: number) {
  const specs: Readonly<Record<string, ClockSpec | undefined>> = kind.clocks;
  const own = specs[next];
  const spec = own && inForce(own, subject.terms);
  const clocks = clocksAfter(subject.clocks, specs[subject.state], spec, shanghaiDate(now));
  const running = spec && clocks[spec.clock];
  const due = running ? (dueOf(running, officialCalendar)?.due ?? null) : null;
  return {
    party: kind.party(next),
    live: kind.lifecycle.states[next]?.live === true,
    due_on: due,
    lapses_at: due !== null && spec?.lapses ? at(endOfDayExclusive(due)) : null,
    clocks: json(clocks),
  };
}

/** Applications of a kind as the ground moves them. All kinds lie in one table, each with its own lifecycle. */
export const nounOf = (kind: ApplicationKind): Noun<ApplicationTypes> => ({
  lifecycle: kind.lifecycle,
  table: 'application',
  key: 'applicationId',
  follows(subject, { next, now }) {
    const set = standing(kind, subject, next, now);
    const facts = { dueOn: set.due_on, lapses: kind.clocks[next]?.reminds === true };
    return { set, details: { regionId: subject.regionId }, facts };
  },
  news: (_event, { subject, next, facts }) => {
    const { applicationId, applicantId, regionId } = subject;
    const state = kind.lifecycle.states[next];
    return {
      applicationId,
      applicantId,
      regionId,
      kindZh: kind.zh,
      role: kind.desks.find(({ party }) => party === kind.party(next))?.role ?? null,
      organisationId: null,
      detailZh: null,
      stateZh: state?.public ?? '',
      deskStateZh: state?.staff ?? '',
      holderZh: holderIn(kind, next, subject, null),
      dueOn: null,
      lapses: false,
      handedOver: kind.party(next) !== kind.party(subject.state),
      papersZh: null,
      ...facts,
    };
  },
});
