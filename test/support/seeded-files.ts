import { dueOf } from '@shared/benefits/application/clock';
import { codeOf } from '@shared/benefits/application/kind';
import { kindOf, kinds } from '@shared/benefits/kinds';
import { takesPayments, wasLent } from '@shared/benefits/kinds/guaranteed-loan/states';
import { officialCalendar } from '@shared/kernel/holidays';
import { endOfDayExclusive, shanghaiDate } from '@shared/kernel/shanghai';
import { ledgerOf, quartersOf } from '@shared/lending/ledger';
import { sql } from 'kysely';
import { deskOfParty } from '../../cloudfunctions/core/benefits/application/offices';
import { lentOf, loanById, repaymentsOf } from '../../cloudfunctions/core/lending/loan-rows';
import type { Db } from '../../cloudfunctions/core/platform/db';

/** States of each kind of application of which there is no file; kinds that are applied for together count as one. */
export async function missingStates(db: Db): Promise<string[]> {
  const { rows } = await sql<{ kind: string; state: string }>`select distinct kind, state from application`.execute(db);
  const seen = new Set(rows.map(({ kind, state }) => `${familyOf(kind)} ${state}`));
  return [
    ...new Set(
      kinds.flatMap((kind) => Object.keys(kind.lifecycle.states).map((state) => `${familyOf(codeOf(kind))} ${state}`)),
    ),
  ].filter((one) => !seen.has(one));
}

/** Items of start-up money go through the same states. */
const familyOf = (kind: string): string => (kind.startsWith('subsidy-') ? 'subsidy' : kind);

type Row = Awaited<ReturnType<typeof readFiles>>[number];

const readFiles = async (db: Db) =>
  (
    await db
      .selectFrom('application as a')
      .selectAll('a')
      .select([
        sql<
          Array<{ n: number; move: string; from: string; to: string; by: string | null; at: string }>
        >`coalesce((select
          json_agg(json_build_object('n', m.n, 'move', m.move, 'from', m.from_state, 'to', m.to_state, 'by', m.by_person, 'at', m.at)
            order by m.n) from move m where m.subject_id = a.id), '[]')`.as('moves'),
        sql<number>`(select count(*)::int from snapshot s where s.subject_id = a.id)`.as('handed'),
        sql<number>`(select count(*)::int from audit l where l.subject = a.kind || ':' || a.id)`.as('links'),
        sql<string[]>`array(select p.organisation_id::text from application_party p where p.application_id = a.id)`.as(
          'parties',
        ),
      ])
      .execute()
  ).map((row) => ({ ...row, version: Number(row.version) }));

/** What of a file is not what its kind's lifecycle says of such a one. */
function faultsOf(row: Row): string[] {
  const kind = kindOf(row.kind);
  const spec = kind?.lifecycle.states[row.state];
  if (!kind || !spec) return ['no such state'];
  const moves = row.moves;
  const party = kind.party(row.state);
  const clock = kind.clocks[row.state];
  const running = clock && row.clocks[clock.clock];
  const due = running ? (dueOf(running, officialCalendar)?.due ?? null) : null;
  const says: Array<[string, boolean]> = [
    ['waits', row.waits === spec.waits],
    ['live', row.live === (spec.live === true)],
    ['party', row.party === party],
    ['held', (row.claimed_by !== null) === (spec.held === true)],
    ['due', row.due_on === due && (clock === undefined || due !== null)],
    ['lapses', clock?.lapses !== true || Number(row.lapses_at) === endOfDayExclusive(due ?? '')],
    ['organisation', (row.organisation_id !== null) === (deskOfParty(kind, party)?.place === 'organisation')],
    ['chosen', row.organisation_id === null || row.parties.includes(row.organisation_id)],
    ['last move', (moves.at(-1)?.to ?? kind.lifecycle.initial) === row.state],
    ['version', row.version === moves.length + 1 && moves.every(({ n }, i) => n === i + 2)],
    [
      'way',
      moves.every(
        ({ move, from, to }, i) =>
          from === (moves[i - 1]?.to ?? kind.lifecycle.initial) &&
          kind.lifecycle.moves[move]?.from.includes(from) === true &&
          kind.lifecycle.moves[move]?.to === to,
      ),
    ],
    ['order', moves.every(({ at }, i) => i === 0 || Date.parse(at) > Date.parse(moves[i - 1]?.at ?? ''))],
    ['claimed by', spec.held !== true || row.claimed_by === moves.at(-1)?.by],
    ['changed', moves.length === 0 || Number(row.changed_at) === Date.parse(moves.at(-1)?.at ?? '')],
    [
      'handed in',
      row.handed === moves.filter(({ move }) => [kind.submits, ...(kind.supplies ?? [])].includes(move)).length,
    ],
    ['reference', (row.reference !== null) === row.handed > 0 && (row.submitted_at !== null) === row.handed > 0],
    ['audit', row.links === moves.length + 1],
  ];
  return says.filter(([, holds]) => !holds).map(([what]) => what);
}

/** Of every application what does not fit, by its number. */
export async function faultyFiles(db: Db): Promise<string[]> {
  return (await readFiles(db)).flatMap((row) =>
    faultsOf(row).map((fault) => `${row.kind} ${row.state} ${row.reference}: ${fault}`),
  );
}

/** Of every loan what does not follow from its agreement and its rows, reckoned anew. */
export async function faultyLoans(db: Db, now: number): Promise<string[]> {
  const today = shanghaiDate(now);
  const { rows } = await sql<{
    id: string;
    kind: string;
    state: string;
    lent: boolean;
  }>`select a.id, a.kind, a.state, l.id is not null as lent
    from application a left join loan l on l.id = a.id where a.kind = 'guaranteed-loan'`.execute(db);
  const faults: string[] = [];
  for (const { id, state, lent } of rows) {
    if (lent !== wasLent(state)) faults.push(`${state} ${id}: ${lent ? 'lent' : 'not lent'}`);
    const loan = await loanById(db, id);
    if (!loan) continue;
    const paid = await repaymentsOf(db, id);
    const ledger = ledgerOf(lentOf(loan), paid, today);
    const statements = await db
      .selectFrom('loan_statement')
      .selectAll()
      .where('loan_id', '=', id)
      .orderBy('period_to')
      .orderBy('n')
      .execute();
    const quarters = quartersOf(lentOf(loan), ledger, paid, today);
    const told = new Map<string, number>();
    for (const row of statements) told.set(row.period_to, (told.get(row.period_to) ?? 0) + Number(row.amount_fen));
    const says: Array<[string, boolean]> = [
      ['balance', loan.balanceFen === ledger.balanceFen],
      ['next due', loan.nextDue === (takesPayments(state) ? (ledger.next?.on ?? null) : null)],
      [
        'statements',
        JSON.stringify([...told]) === JSON.stringify(quarters.map(({ to, subsidyFen }) => [to, subsidyFen])),
      ],
      ['overdue', ['overdue', 'compensated', 'written_off'].includes(state) === ledger.overdue],
      ['settled', (state === 'settled') === (ledger.balanceFen === 0)],
    ];
    faults.push(...says.filter(([, holds]) => !holds).map(([what]) => `${state} ${loan.contractNo}: ${what}`));
  }
  return faults;
}
