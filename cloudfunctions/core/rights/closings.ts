import { type TermName, termOf, termsBy, termZh } from '@shared/rights/retention-terms';
import { roomZh } from '@shared/rights/room-words';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/db';
import { namedIn } from '../platform/personal/personal';
import { closingsOf } from '../platform/retention/closings';
import { saidTerms } from '../platform/retention/terms';
import type { Call } from '../rpc/call';
import type { Registry } from './registry';

/** In these rooms stands what belongs to an edition. */
const editionRooms: readonly string[] = ['entry', 'screening', 'awards', 'files', 'forms', 'cases'];
/** What carries the rest, and is never closed by itself. */
const carrying: readonly string[] = [
  'people',
  'competition',
  'entry',
  'screening',
  'oversight',
  'rights',
  'files',
  'forms',
  'cases',
  'telling',
  'platform',
];
const editionTerms: readonly TermName[] = ['draft', 'notTaken', 'participant', 'winner'];
const serviceZh = '全部服务';

type Room = Registry['rooms'][number];

/** Columns by which a room's people are found, in tables of which they are handed something. */
const peopleOf = ({ personal }: Room): Array<[table: string, column: string]> =>
  personal.tables.flatMap(({ table, persons, handed }) =>
    'notZh' in handed ? [] : persons.map((column): [string, string] => [table, column]),
  );

/** Whether a room can be closed by itself: something of persons stands there, and nothing else rests on it. */
export const isModule = (room: Room): boolean => !carrying.includes(room.name) && peopleOf(room).length > 0;

const modules = ({ rooms }: Registry): Room[] => rooms.filter(isModule);

/** What can be closed, the newest edition first: editions that were published, each module, the whole. */
export async function closable({ db }: Call, registry: Registry): Promise<Array<{ scope: string; whatZh: string }>> {
  const editions = await db
    .selectFrom('edition')
    .select(['id', 'name_zh'])
    .where('status', '<>', 'draft')
    .orderBy('year', 'desc')
    .execute();
  return [
    ...editions.map(({ id, name_zh }) => ({ scope: `edition:${id}`, whatZh: name_zh })),
    ...modules(registry).map(({ name }) => ({ scope: `module:${name}`, whatZh: roomZh(name) })),
    { scope: 'service', whatZh: serviceZh },
  ];
}

/** Whose data stand in what is closed. Nobody whose account is closed. */
export function concernedBy(registry: Registry, scope: string): RawBuilder<unknown> {
  const [kind, id = ''] = scope.split(':');
  if (kind === 'edition') {
    return sql`select e.leader_id as person_id from entry e where e.leader_id is not null and e.edition_id = ${id}
      union all select m.person_id from entry_member m join entry e on e.id = m.entry_id
      where m.removed_at is null and e.edition_id = ${id}`;
  }
  const room = kind === 'module' ? modules(registry).find(({ name }) => name === id) : undefined;
  if (!room) return sql`select id as person_id from person where erased_at is null`;
  return namedIn(peopleOf(room));
}

/** With whom a chunk of so many people ends that begins after somebody; null: fewer are left. */
export async function lastPerson(db: Db, after: string, size: number): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .offset(size - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

type Words = { goesZh: string[]; staysZh: string[]; untilZh: string[] };

/** What becomes of the data, by what the rooms declare of it and by the terms. */
export async function wordsOf({ db, now }: Call, { rooms }: Registry, scope: string): Promise<Words> {
  const [kind, id = ''] = scope.split(':');
  const concerned = rooms.filter(({ name }) =>
    kind === 'edition' ? editionRooms.includes(name) : kind === 'module' ? name === id : true,
  );
  const tables = concerned.flatMap(({ personal }) => personal.tables);
  const said = await saidTerms(db, now);
  const terms = termsBy(said);
  const names: readonly TermName[] =
    kind === 'module' ? ['closed'] : kind === 'edition' ? editionTerms : (Object.keys(terms) as TermName[]);
  const each = (name: TermName) => `${termOf(name).zh}：${termOf(name).fromZh}后 ${termZh(name, terms[name])}`;
  const own = new Set(
    tables.flatMap(({ handed, erased }) => ('notZh' in handed || 'staysZh' in erased ? [] : [handed.zh])),
  );
  return {
    goesZh: [...own],
    staysZh: [
      ...new Set(tables.flatMap(({ erased }) => ('staysZh' in erased && !erased.ofStaff ? [erased.staysZh] : []))),
    ],
    untilZh: [
      ...names.map(each),
      ...(kind === 'edition' ? [] : ['还没有办结的，办结后删除；法律要求留存的记录依法保留']),
    ],
  };
}

/** Everything that was announced, the newest first, as it reads today. */
export async function closingsTold(call: Call, registry: Registry) {
  const [closings, places] = await Promise.all([closingsOf(call.db), closable(call, registry)]);
  return Promise.all(
    closings.map(async (closing) => ({
      ...closing,
      whatZh: places.find(({ scope }) => scope === closing.scope)?.whatZh ?? '',
      ...(await wordsOf(call, registry, closing.scope)),
    })),
  );
}

/** How many people that is. */
export async function countConcerned({ db }: Call, registry: Registry, scope: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct c.person_id)::int as n
    from (${concernedBy(registry, scope)}) c join person p on p.id = c.person_id where p.erased_at is null`.execute(db);
  return rows[0]?.n ?? 0;
}
