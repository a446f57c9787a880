import type { PhaseKind } from '@shared/competition/phase';
import { sql } from 'kysely';
import { makeCall } from '../call';
import type { Home } from '../home';
import { audit } from '../platform/audit';
import { emit } from '../platform/outbox';
import { at } from '../platform/schema';

type Turned = { contest_id: string; kind: PhaseKind; region_id: string };

/**
 * Tells of phases that opened or closed since the last time (C3). Whether a phase is open is decided by the instant of each
 * call; this only tells of it, once, however many timers fire.
 * @returns how many phases turned
 */
export async function turnPhases(home: Home): Promise<number> {
  const now = home.now();
  return home.db.transaction().execute(async (tx) => {
    const call = makeCall(home, tx, null, now);
    let turned = 0;
    for (const edge of ['opened', 'closed'] as const) {
      const told = sql.ref(`${edge}_told_at`);
      const due = sql.ref(edge === 'opened' ? 'opens_at' : 'closes_at');
      const { rows } = await sql<Turned>`update phase p set ${told} = ${at(now)} from contest c
        where c.id = p.contest_id and p.${told} is null and p.${due} <= ${at(now)}
        returning p.contest_id, p.kind, c.region_id`.execute(tx);
      for (const row of rows) {
        const payload = { contestId: row.contest_id, regionId: row.region_id, kind: row.kind };
        await audit(call, `contest:${row.contest_id}`, `competition/phase-${edge}`, { kind: row.kind });
        await emit(call, `phase.${edge}`, `contest:${row.contest_id}`, payload);
      }
      turned += rows.length;
    }
    return turned;
  });
}
