import type { AwardFacts } from '@shared/awards/events';
import { dayMs } from '@shared/kernel/moment-words';
import { sql } from 'kysely';
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

/** Whoever won gets one for each award that is theirs, once. */
const issue: Listener['hear'] = async (call, events) => {
  const { voucherDays } = await trainingInForce(call.db);
  const rows = events.map(({ payload, createdAt }) => {
    const { awardId, personId, awardZh } = payload as AwardFacts;
    return {
      id: call.newId(),
      award_id: awardId,
      person_id: personId,
      award_zh: awardZh,
      issued_at: at(createdAt),
      ends_at: at(createdAt + voucherDays * dayMs),
    };
  });
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

/** It ends with the award; what it was used for stays used. */
const end: Listener['hear'] = async (call, events) => {
  const ids = events.map(({ payload }) => (payload as AwardFacts).awardId);
  await call.db
    .updateTable('training_voucher')
    .set({ ends_at: at(call.now) })
    .where('award_id', 'in', ids)
    .where(sql<boolean>`ends_at > ${at(call.now)}`)
    .execute();
};

export const voucherListeners: readonly Listener[] = [
  { event: 'award.confirmed', hear: issue },
  { event: 'award.claimed', hear: issue },
  { event: 'award.claimRevoked', hear: end },
  { event: 'award.cancelled', hear: end },
];
