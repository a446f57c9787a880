import { toShanghai } from '@shared/kernel/shanghai';
import { oversightContract } from '@shared/oversight/contract';
import { sql } from 'kysely';
import { toldAround } from '../platform/audit/exported-seal';
import { verifyAudit } from '../platform/audit/verify-audit';
import { at, json } from '../platform/schema';
import { me } from '../rpc/call';
import type { Home } from '../rpc/home';
import { noSubject, procedure } from '../rpc/procedure';

/** The ten latest checks of the whole audit, the newest first. */
export const auditChecks = procedure(oversightContract.auditChecks, noSubject, async (call) => {
  const rows = await call.db
    .selectFrom('audit_check')
    .select(['asked_at', 'checked_at', 'verdict'])
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(10)
    .execute();
  return {
    checks: rows.map(({ asked_at, checked_at, verdict }) => {
      const whole = verdict?.ok ? verdict : { subjects: 0, rows: 0, seals: 0 };
      return {
        askedAt: toShanghai(asked_at),
        checkedAt: checked_at === null ? null : toShanghai(checked_at),
        intact: verdict?.ok ?? null,
        subjects: whole.subjects,
        rows: whole.rows,
        seals: whole.seals,
        brokenZh:
          verdict && !verdict.ok
            ? `${verdict.subject === 'seal' ? '封存' : verdict.subject} 第 ${verdict.n} 行：${verdict.why}`
            : null,
      };
    }),
  };
});

/** Asks for one; while one is awaited, that is it. Whoever asks second at the same instant waits for the first and gets its. */
export const checkAudit = procedure(oversightContract.checkAudit, noSubject, async (call) => {
  await sql`insert into audit_check (id, asked_by, asked_at) values (${call.newId()}, ${me(call)}, ${at(call.now)})
    on conflict ((true)) where checked_at is null do nothing`.execute(call.db);
  const { asked_at } = await call.db
    .selectFrom('audit_check')
    .select('asked_at')
    .where('checked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { askedAt: toShanghai(asked_at) };
});

/** Does the check that is awaited, if any; of two workers at once the second finds it done. Answers how many it did. */
export async function checkAskedAudit(home: Home): Promise<number> {
  const now = home.now();
  const asked = await home.db.selectFrom('audit_check').select('id').where('checked_at', 'is', null).executeTakeFirst();
  if (!asked) return 0;
  const verdict = await verifyAudit(home.db, home.auditKeys, await toldAround(home.sealBook, now));
  const done = await home.db
    .updateTable('audit_check')
    .set({ checked_at: at(now), verdict: json(verdict) })
    .where('id', '=', asked.id)
    .where('checked_at', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
