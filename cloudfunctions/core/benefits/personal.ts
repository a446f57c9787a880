import { codeOf } from '@shared/benefits/application/kind';
import { kinds } from '@shared/benefits/kinds';
import { addMonths, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import type { Db } from '../platform/db';
import { empties, handedAtMost, type OwnThing, ofPerson, ofThings, type Personal } from '../platform/personal/personal';
import { termsOn } from '../platform/retention/terms';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { ownOf } from './application/files';
import type { Mover } from './application/moves';
import { applications } from './application/subjects';
import { canBeTakenBack, takeBack } from './application/take-back';

const ownLive = async (call: Call) =>
  (
    await applications(sql`a.applicant_id = ${me(call)} and a.live`, sql`order by a.id for update of a`).execute(
      call.db,
    )
  ).rows;

/** The ends of a kind, those before which something was granted apart. */
const ends = kinds.map((kind) => {
  const { granted = [] } = kind;
  const final = kind.lifecycle.statesThat((state) => state.final === true);
  return {
    kind: codeOf(kind),
    initial: kind.lifecycle.initial,
    granted,
    others: final.filter((state) => !granted.includes(state)),
  };
});

/**
 * Drafts that nobody has changed within the term, what was not granted, and what was granted and is over as long as accounts are kept. The row stays,
 * with whose it was and how it ended; its papers, answers and numbers go.
 */
async function outlived(db: Db, now: number): Promise<OwnThing[]> {
  const { draft, notTaken, granted } = await termsOn(db, now);
  const before = (months: number) => at(startOfDay(addMonths(shanghaiDate(now), -months)));
  const over = ends.map(
    (one) => sql`(a.kind = ${one.kind} and (
      (a.state = ${one.initial} and a.changed_at < ${at(now - draft * day)}
        and not exists (select from section s where s.subject_id = a.id and s.saved_at >= ${at(now - draft * day)}))
      or (a.state = any(${one.others}::text[]) and a.changed_at < ${before(notTaken)})
      or (a.state = any(${[...one.granted]}::text[]) and a.changed_at < ${before(granted)})))`,
  );
  const { rows } = await sql<OwnThing>`select a.kind, a.id from application a where (${sql.join(over, sql` or `)})
    and (exists (select from section s where s.subject_id = a.id) or exists (select from sealed_value v where v.subject_id = a.id)
      or exists (select from upload u where u.subject_id = a.id) or a.details <> '{}')
    order by a.id limit 50`.execute(db);
  return rows;
}

const day = 86_400_000;

/** What somebody applied for. Nothing of it is paid yet, so that no law keeps it when they leave. */
export const benefitsPersonal = (mover: Mover): Personal => ({
  things: async (db, personId) => {
    const rows = await db
      .selectFrom('application')
      .select(['id', 'kind'])
      .where('applicant_id', '=', personId)
      .execute();
    return rows.map(({ id, kind }) => ({ kind, id }));
  },
  outlived,
  async foresees(call) {
    const { rows } = await applications(sql`a.applicant_id = ${me(call)} and a.live`).execute(call.db);
    const goesOn = rows.filter((row) => {
      const { kind } = ownOf(row);
      return row.state !== kind.lifecycle.initial && !canBeTakenBack(kind, row.state);
    });
    const ended = rows.length - goesOn.length;
    return [
      ...(ended > 0 ? [`您的 ${ended} 份申报，已提交的立即撤回`] : []),
      ...goesOn.map(
        (row) =>
          `${ownOf(row).kind.zh}${row.reference === null ? '' : ` ${row.reference}`}：已签约，不撤回，合同义务照常`,
      ),
    ];
  },
  async leaves(call) {
    for (const application of await ownLive(call)) await takeBack(call, mover, application);
  },
  tables: [
    {
      table: 'application',
      persons: ['applicant_id', 'claimed_by'],
      handed: {
        zh: '我的申报',
        columns: { kind: '事项', reference: '申报编号', region: '地区', state: '状态', submitted_at: '提交时间' },
        async read(call, { personId }) {
          const { rows } = await applications(
            sql`a.applicant_id = ${personId}`,
            sql`order by a.id desc limit ${handedAtMost}`,
          ).execute(call.db);
          return rows.map((row) => {
            const { kind } = ownOf(row);
            return {
              kind: kind.zh,
              reference: row.reference,
              region: row.regionZh,
              state: kind.lifecycle.states[row.state]?.public ?? '',
              submitted_at: row.submittedAt,
            };
          });
        },
      },
      erased: empties(
        'application',
        { details: '{}' },
        // What goes on without its applicant is handled by what was agreed; it is emptied once it is over and outlived.
        (leaver) => sql`(${ofPerson('applicant_id')(leaver)} or ${ofThings('id')(leaver)})
          and not (live and submitted_at is not null)`,
      ),
    },
  ],
});
