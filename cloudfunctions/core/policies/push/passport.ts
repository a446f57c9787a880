import type { AwardFacts } from '@shared/awards/events';
import { makeUuidV7 } from '@shared/kernel/id';
import { shanghaiDate } from '@shared/kernel/shanghai';
import type { PassportFacts } from '@shared/policies/events';
import { type FactRecord, type KnownFacts, knownOf } from '@shared/policies/known';
import { standingOn } from '@shared/policies/policy';
import { sha256Hex } from '../../platform/crypto/hash';
import type { OutboxEvent } from '../../platform/deliver';
import { emitOnce } from '../../platform/outbox';
import type { Call } from '../../rpc/call';
import { versionsOn } from '../answers/versions';
import { type AwardRow, awardsOf, learntFrom } from '../facts/draw-awards';
import { readRecords } from '../facts/fact-rows';
import { type Change, openedBy } from './opened';

/** The events by which an award comes to stand in somebody's name: given in the running edition, or claimed of one that is over. */
export const opensPassport = ['award.confirmed', 'award.claimed'] as const;

type Won = OutboxEvent & { payload: AwardFacts };

/** The id of what follows from an event: the same each time that it is told. */
const following = ({ id, createdAt }: OutboxEvent): string =>
  makeUuidV7(createdAt, Buffer.from(sha256Hex(`${id} passport`), 'hex').subarray(0, 10));

/** What is known of a winner with an award, and what would be known without it, whether it was drawn yet or not. */
function changeBy(
  { id, payload: { personId, awardId } }: Won,
  records: readonly FactRecord[],
  awards: readonly AwardRow[],
): Change {
  const others = records.filter(({ source }) => source !== 'award');
  const own = awards.filter((award) => award.personId === personId);
  const known = (of: readonly AwardRow[]): KnownFacts =>
    knownOf([...others, ...learntFrom(of).map((learnt, n) => ({ ...learnt, n }))] as FactRecord[]);
  return { id, now: known(own), before: known(own.filter((award) => award.awardId !== awardId)) };
}

/**
 * Looks through all policies in force for what awards opened to their winners: that one is theirs and what it opened is one message. Whoever many
 * won at once, the policies are asked of them all in one statement.
 */
export async function openPassport(call: Call, events: readonly OutboxEvent[]): Promise<void> {
  const won = events as readonly Won[];
  const dayOf = ({ createdAt }: Won) => shanghaiDate(createdAt);
  const people = [...new Set(won.map(({ payload }) => payload.personId))];
  const records = await readRecords(call.db, people);
  const awards = await awardsOf(call.db, people);
  // What is told together happened on one day, but around midnight.
  for (const today of new Set(won.map(dayOf))) {
    const of = won.filter((event) => dayOf(event) === today);
    const versions = (await versionsOn(call.db, today)).flatMap((version) =>
      version.definition !== null && standingOn(version, today) === 'inForce'
        ? [{ ...version, ...version.definition }]
        : [],
    );
    const changes = of.map((event) => changeBy(event, records.get(event.payload.personId) ?? [], awards));
    const opened = await openedBy(call.db, changes, versions, today);
    const told = of.map((event) => {
      const { surely = [], perhaps = [] } = opened.get(event.id) ?? {};
      const ends = surely.flatMap((n) => versions[n]?.effectiveTo ?? []).sort();
      const { personId, awardId, title, awardZh } = event.payload;
      const facts: PassportFacts = {
        personId,
        awardId,
        title,
        awardZh,
        claimed: event.event === 'award.claimed',
        surely: surely.length,
        perhaps: perhaps.length,
        policyZh: versions[surely[0] ?? -1]?.titleZh ?? null,
        until: ends[0] ?? null,
      };
      return { id: following(event), subject: `person:${personId}`, facts, createdAt: event.createdAt };
    });
    await emitOnce(call, 'policy.passport', told);
  }
}
