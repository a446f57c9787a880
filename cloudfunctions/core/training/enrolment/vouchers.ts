import type { AwardFacts } from '@shared/awards/events';
import { dayMs } from '@shared/kernel/moment-words';
import { sql } from 'kysely';
import { holdersOfAwards } from '../../awards/queries';
import type { OutboxEvent } from '../../platform/deliver';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import type { Listener } from '../../telling/tell-events';
import { trainingInForce } from '../in-force';

type Voucher = { voucherId: string; awardZh: string; endsAt: number; used: boolean };

/** A person's vouchers, the one that ends first first. */
export async function vouchersOf(call: Call): Promise<Voucher[]> {
  const { rows } = await sql<Voucher>`select v.id as "voucherId", v.award_zh as "awardZh", v.ends_at as "endsAt",
    exists (select from enrolment e where e.voucher_id = v.id) as used
    from training_voucher v where v.person_id = ${me(call)} order by v.ends_at, v.id`.execute(call.db);
  return rows;
}

/** One that can still be used at `now`; null: none. */
export const usable = (vouchers: readonly Voucher[], now: number): Voucher | null =>
  vouchers.find(({ used, endsAt }) => !used && now < endsAt) ?? null;

/** The voucher that an enrolment uses up; it is its holder's alone, and the database takes it for one enrolment. */
export async function takeVoucher(call: Call, wanted: boolean): Promise<string | null> {
  if (!wanted) return null;
  const voucher = usable(await vouchersOf(call), call.now);
  if (!voucher) throw new Refused('TRAINING_VOUCHER_NOT_YOURS');
  return voucher.voucherId;
}

const factsOf = ({ payload }: OutboxEvent) => payload as AwardFacts;

/** Award → the newest of the events that gave it to whose it is by now: what changed hands since, within one turn of the worker too, is told of by another. */
async function standing(call: Call, events: readonly OutboxEvent[]): Promise<ReadonlyMap<string, OutboxEvent>> {
  const holders = await holdersOfAwards(
    call.db,
    events.map((event) => factsOf(event).awardId),
  );
  const given = events.filter((event) => holders.get(factsOf(event).awardId) === factsOf(event).personId);
  return new Map(given.map((event) => [factsOf(event).awardId, event]));
}

/** Whoever won gets one for each award that is theirs, once. */
const issue: Listener['hear'] = async (call, events) => {
  const { voucherDays } = await trainingInForce(call.db);
  const rows = [...(await standing(call, events))].map(([awardId, event]) => ({
    id: call.newId(),
    award_id: awardId,
    person_id: factsOf(event).personId,
    award_zh: factsOf(event).awardZh,
    issued_at: at(event.createdAt),
    ends_at: at(event.createdAt + voucherDays * dayMs),
  }));
  if (rows.length === 0) return;
  // Taken back and confirmed anew, also for somebody else, it begins anew.
  await call.db
    .insertInto('training_voucher')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('award_id').doUpdateSet((row) => ({
        person_id: row.ref('excluded.person_id'),
        ends_at: row.ref('excluded.ends_at'),
      })),
    )
    .execute();
};

/** It ends with the award, unless its holder has that again; what it was used for stays used. */
const end: Listener['hear'] = async (call, events) => {
  const ids = events.map((event) => factsOf(event).awardId);
  const holders = [...(await holdersOfAwards(call.db, ids))];
  await sql`update training_voucher v set ends_at = ${at(call.now)}
    where v.award_id = any(${ids}::uuid[]) and v.ends_at > ${at(call.now)} and not exists (
      select from unnest(${holders.map(([awardId]) => awardId)}::uuid[], ${holders.map(([, personId]) => personId)}::uuid[])
        h (award_id, person_id) where h.award_id = v.award_id and h.person_id = v.person_id)`.execute(call.db);
};

export const voucherListeners: readonly Listener[] = [
  { event: 'award.confirmed', hear: issue },
  { event: 'award.claimed', hear: issue },
  { event: 'award.claimRevoked', hear: end },
  { event: 'award.cancelled', hear: end },
];
