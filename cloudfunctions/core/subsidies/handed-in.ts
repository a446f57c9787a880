import { codeOf } from '@shared/benefits/application/kind';
import { subsidies } from '@shared/benefits/kinds/subsidy';
import { handedInAs } from '@shared/benefits/kinds/subsidy/states';
import { dueClock } from '@shared/cases/due';
import { hasRole, hasRoleAnywhere, regionsOf } from '@shared/kernel/actor';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { subsidiesContract } from '@shared/subsidies/contract';
import { type RawBuilder, sql } from 'kysely';
import { countedUpTo, toBound } from '../cases/counted';
import { isAmong } from '../platform/grants';
import { keysetPage, unseen } from '../platform/keyset-page';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';

type Row = {
  id: string;
  kind: string;
  state: string;
  reference: string | null;
  nameZh: string | null;
  regionId: string;
  regionZh: string;
  submittedAt: number;
  dueOn: string | null;
  amountFen: number | null;
  howZh: string | null;
};

type Filter = { kind: string | null; regionId: string | null; state: string | null };

/** In which regions somebody looks: the city and the supervisor in all. */
const regionsSeen = ({ actor }: Call): readonly string[] | 'all' =>
  hasRoleAnywhere(actor, 'cityStaff') || hasRoleAnywhere(actor, 'auditor') ? 'all' : regionsOf(actor, 'loanClerk');

/** True of an application (`a`) that is shown; of each filter an index is read in the list's order. */
function shown(regions: readonly string[] | 'all', { kind, regionId, state }: Filter): RawBuilder<boolean> {
  const conditions = [
    sql`a.kind like 'subsidy-%' and a.submitted_at is not null`,
    isAmong(regions, sql`a.region_id`),
    ...(kind === null ? [] : [sql`a.kind = ${unseen(sql`${kind}::text`)}`]),
    ...(regionId === null ? [] : [sql`a.region_id = ${unseen(sql`${regionId}::text`)}`]),
    ...(state === null ? [] : [sql`a.state = ${unseen(sql`${state}::text`)}`]),
  ];
  return sql`${sql.join(conditions, sql` and `)}`;
}

/** How many there are, counted to the bound. */
async function foundIn(call: Call, where: RawBuilder<boolean>) {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select from application a where ${where}
    limit ${sql.lit(countedUpTo + 1)}) counted`.execute(call.db);
  return toBound(rows[0]?.n ?? 0);
}

async function regionsToChoose(call: Call, regions: readonly string[] | 'all') {
  const { rows } = await sql<{ value: string; zh: string }>`select id as value, name_zh as zh from region
    where ${isAmong(regions, sql`id`)} order by sort, id`.execute(call.db);
  return rows;
}

/** What was handed in for start-up money, the newest first. */
export const handedIn = procedure(subsidiesContract.handedIn, noSubject, async (call, { cursor, ...filter }) => {
  const regions = regionsSeen(call);
  const where = shown(regions, filter);
  // By another role somebody sees more regions than by that which reads names.
  const readsNames = (regionId: string) =>
    hasRoleAnywhere(call.actor, 'auditor') || hasRole(call.actor, 'loanClerk', regionId);
  const [{ rows, next }, found, choices] = await Promise.all([
    keysetPage<Row>(call, {
      filter: { list: 'subsidies/handedIn', ...filter },
      cursor,
      sort: ({ submittedAt }) => submittedAt,
      fits: (value) => typeof value === 'number',
      read: async (place, limit) =>
        (
          await sql<Row>`select a.id, a.kind, a.state, a.reference, a.submitted_at as "submittedAt", a.due_on as "dueOn", r.id as "regionId", r.name_zh as "regionZh",
              s.name_zh as "nameZh", s.amount_fen as "amountFen", s.how_zh as "howZh"
            from (select a.* from application a where ${where} and ${
              place === null
                ? sql`true`
                : sql`(a.submitted_at, a.id) < (${unseen(sql`${at(Number(place.value))}::timestamptz`)}, ${unseen(sql`${place.id}::uuid`)})`
            } order by a.submitted_at desc, a.id desc limit ${sql.lit(limit)}) a
            join region r on r.id = a.region_id left join subsidy s on s.application_id = a.id
            order by a.submitted_at desc, a.id desc`.execute(call.db)
        ).rows,
    }),
    cursor ? null : foundIn(call, where),
    regionsToChoose(call, regions),
  ]);
  const today = shanghaiDate(call.now);
  return {
    items: rows.map(({ id, kind, state, submittedAt, dueOn, regionId, ...row }) => {
      const stands = handedInAs.find(({ value }) => value === state);
      return {
        ...row,
        applicationId: id,
        nameZh: readsNames(regionId) ? row.nameZh : null,
        itemZh: subsidies.find((each) => codeOf(each.kind) === kind)?.item.zh ?? kind,
        stateZh: stands?.zh ?? state,
        tone: stands?.tone ?? ('neutral' as const),
        submittedOn: shanghaiDate(submittedAt),
        dueOn,
        workdaysOver: dueClock(dueOn, false, today).workdaysOver,
        amountFen: row.amountFen === null ? null : Number(row.amountFen),
      };
    }),
    next,
    found,
    regions: choices,
  };
});
