import { sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import { emit } from '../platform/outbox';
import { at } from '../platform/schema';
import { makeCall } from '../rpc/call';
import type { Home } from '../rpc/home';
import { phaseZh } from './queries';

type Turned = {
  contest_id: string;
  kind: string;
  phase_zh: string;
  region_id: string;
  region_zh: string;
  closes_at: number;
};

/**
 * Tells of phases of the current edition that opened or closed since the last time (C3). Whether a phase is open is decided by
 * the instant of each call; this only tells of it. The told mark is taken with the row's lock, so of two timers at once one
 * tells. A phase that is met only after its end is told as closed, not first as opened.
 * @returns how many phases were told of
 */
export async function turnPhases(home: Home): Promise<number> {
  const now = home.now();
  return home.db.transaction().execute(async (tx) => {
    const call = makeCall(home, tx, null, now);
    let told = 0;
    for (const edge of ['opened', 'closed'] as const) {
      const mark = sql.ref(`${edge}_told_at`);
      const due = sql.ref(edge === 'opened' ? 'opens_at' : 'closes_at');
      const { rows } = await sql<Turned>`update phase p set ${mark} = ${at(now)}
        from contest c join edition d on d.id = c.edition_id join region r on r.id = c.region_id
        where c.id = p.contest_id and d.status = 'current' and p.${mark} is null and p.${due} <= ${at(now)}
        returning p.contest_id, p.kind, c.region_id, r.name_zh as region_zh, ${phaseZh} as phase_zh, p.closes_at`.execute(
        tx,
      );
      for (const row of rows) {
        if (edge === 'opened' && row.closes_at <= now) continue;
        const subject = `contest:${row.contest_id}`;
        await audit(call, subject, `competition/phase-${edge}`, { kind: row.kind });
        await emit(call, `phase.${edge}`, subject, {
          contestId: row.contest_id,
          regionId: row.region_id,
          regionZh: row.region_zh,
          phaseZh: row.phase_zh,
          closesAt: row.closes_at,
        });
        told += 1;
      }
    }
    return told;
  });
}
