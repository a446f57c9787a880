import type { AwardClaimFacts } from '@shared/awards/events';
import { makeUuidV7 } from '@shared/kernel/id';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { hopefulVerdict, judge, type RuleOn } from '@shared/policies/evaluate';
import type { PassportFacts } from '@shared/policies/events';
import { isSensitive } from '@shared/policies/facts';
import { type KnownFacts, knownOf } from '@shared/policies/known';
import { standingOn } from '@shared/policies/policy';
import { sha256Hex } from '../../platform/crypto/hash';
import type { OutboxEvent } from '../../platform/deliver';
import { emitOnce } from '../../platform/outbox';
import type { Call } from '../../rpc/call';
import { versionsOn } from '../answers/versions';
import { awardsOf, learntFrom } from '../facts/draw-awards';
import { readRecords } from '../facts/fact-rows';

/** The events by which an award comes to stand in somebody's name. */
export const opensPassport = ['award.claimed'] as const;

/** The id of what follows from an event: the same each time that it is told. */
const following = ({ id, createdAt }: OutboxEvent): string =>
  makeUuidV7(createdAt, Buffer.from(sha256Hex(`${id} passport`), 'hex').subarray(0, 10));

/** What is known of a winner with an award, and what would be known without it, whether it was drawn yet or not. */
async function knownWithAndWithout({ db }: Call, personId: string, awardId: string): Promise<[KnownFacts, KnownFacts]> {
  const [records, awards] = [(await readRecords(db, [personId])).get(personId) ?? [], await awardsOf(db, [personId])];
  const others = records.filter(({ source }) => source !== 'award');
  const own = awards.filter((award) => award.personId === personId);
  const known = (of: typeof own) =>
    knownOf([...others, ...learntFrom(of).map((learnt, n) => ({ ...learnt, n }))] as typeof records);
  return [known(own), known(own.filter((award) => award.awardId !== awardId))];
}

type Come = 'surely' | 'perhaps' | null;

/** Whether a policy holds by the award and did not without it; `perhaps` where only sensitive answers stand open. */
function cameBy(on: RuleOn, now: KnownFacts, before: KnownFacts): Come {
  const [is, was] = [judge(on, now), judge(on, before).verdict];
  if (is.verdict === 'pass') return was === 'pass' ? null : 'surely';
  const open = is.verdict === 'unknown' && is.missing.every(isSensitive) && is.defects.length === 0;
  return open && was === 'fail' && hopefulVerdict(on, now) === 'pass' ? 'perhaps' : null;
}

/** Looks through all policies in force for what an award opened to its winner: that it is theirs and what it opened is one message. */
export async function openPassport(call: Call, events: readonly OutboxEvent[]): Promise<void> {
  for (const event of events) {
    const { personId, awardId, title, awardZh } = event.payload as unknown as AwardClaimFacts;
    const today = shanghaiDate(event.createdAt);
    const [now, before] = await knownWithAndWithout(call, personId, awardId);
    const versions = (await versionsOn(call.db, today)).filter((version) => standingOn(version, today) === 'inForce');
    const come = versions.map(({ definition }) =>
      definition === null ? null : cameBy({ ...definition, date: today }, now, before),
    );
    const count = (kind: Come) => come.filter((each) => each === kind).length;
    const facts: PassportFacts = {
      personId,
      awardId,
      title,
      awardZh,
      surely: count('surely'),
      perhaps: count('perhaps'),
    };
    const { createdAt } = event;
    await emitOnce(call, 'policy.passport', `person:${personId}`, facts, { id: following(event), createdAt });
  }
}
