import type { AwardFacts } from '@shared/awards/events';
import type { ApplicationDetails } from '@shared/benefits/application/details';
import { kindOf } from '@shared/benefits/kinds';
import { makeUuidV7 } from '@shared/kernel/id';
import { sql } from 'kysely';
import { standsOfMany } from '../../awards/queries';
import { sha256Hex } from '../../platform/crypto/hash';
import type { OutboxEvent } from '../../platform/deliver';
import { emitOnce } from '../../platform/outbox';
import { json } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import type { Listener } from '../../telling/tell-events';
import { nounOf } from './nouns';
import { applications } from './subjects';

/** The id of what follows from an event for an application: the same each time that it is told. */
const following = ({ id, createdAt }: OutboxEvent, applicationId: string): string =>
  makeUuidV7(createdAt, Buffer.from(sha256Hex(`${id} ${applicationId}`), 'hex').subarray(0, 10));

/**
 * An award is somebody's no more: of theirs that still go on and stood before others by an award, the place is reckoned anew from what is left,
 * and whoever has them is told. What was decided by then stays decided.
 */
async function loseAward(call: Call, events: readonly OutboxEvent[]): Promise<void> {
  const people = [...new Set(events.map(({ payload }) => (payload as AwardFacts).personId))];
  const { rows } = await applications(
    sql`a.live and a.applicant_id = any(${people}::uuid[]) and a.details ? 'rankZh'`,
    sql`order by a.id for update of a`,
  ).execute(call.db);
  const stands = await standsOfMany(call.db, people);
  const changed = rows.flatMap((application) => {
    const [best] = stands.get(application.applicantId) ?? [];
    const kind = kindOf(application.kind);
    if (!kind || best?.levelZh === application.details.rankZh) return [];
    const { rankZh: _, ...rest } = application.details;
    const details: ApplicationDetails = { ...rest, ...(best?.levelZh && { rankZh: best.levelZh }) };
    const rank = kind.rank({ place: best?.place ?? null, qualified: best !== undefined });
    return [{ application, kind, details, rank }];
  });
  if (changed.length === 0) return;
  const fresh = changed.map(({ application, details, rank }) => ({ id: application.applicationId, details, rank }));
  await sql`update application a set rank = r.rank, details = r.details
    from jsonb_to_recordset(${json(fresh)}::jsonb) as r(id uuid, rank int, details jsonb) where a.id = r.id`.execute(
    call.db,
  );
  const told = changed.flatMap(({ application, kind }) => {
    const event = events.find(({ payload }) => (payload as AwardFacts).personId === application.applicantId);
    const news = nounOf(kind).news;
    if (!event || !news) return [];
    const { applicationId, state, organisationId, dueOn } = application;
    const detailZh = (event.payload as AwardFacts).awardZh;
    const facts = news('application.awardLost', {
      subject: application,
      next: state,
      by: null,
      now: call.now,
      facts: { organisationId, dueOn, detailZh },
    });
    const { createdAt } = event;
    return [{ id: following(event, applicationId), subject: `application:${applicationId}`, facts, createdAt }];
  });
  await emitOnce(call, 'application.awardLost', told);
}

export const awardListeners: readonly Listener[] = [
  { event: 'award.cancelled', hear: loseAward },
  { event: 'award.claimRevoked', hear: loseAward },
];
