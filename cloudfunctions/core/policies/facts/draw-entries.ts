import { keyGroups } from '@shared/entry/fields';
import { isFact, type KeptFact } from '@shared/policies/facts';
import { sql } from 'kysely';
import { awardOwners } from '../../awards/queries';
import { type FrozenFacts, frozenFacts } from '../../entry/queries';
import type { OutboxEvent } from '../../platform/deliver';
import { type Call, makeCall } from '../../rpc/call';
import type { Home } from '../../rpc/home';
import { keepFacts, type Learnt } from './keep-facts';

/** So many entries are drawn in one transaction. */
const atOnce = 200;

/** What of an entry's life, and of its award's, changes what it says and of whom. */
export const changesFacts = [
  'entry.submitted',
  'entry.resubmitted',
  'entry.recalled',
  'entry.withdrawn',
  'entry.transferred',
  // A past winner's entry speaks of whoever claimed its award.
  'award.claimed',
  'award.claimRevoked',
] as const;

/** Notes that these entries are to be drawn: the work itself waits, so that nobody's notice waits for it. */
export async function noteEntries({ db }: Call, events: readonly OutboxEvent[]): Promise<void> {
  const ids = events.map(({ payload }) => String(payload.entryId));
  await sql`insert into fact_draw (entry_id) select id from entry where id = any (${ids}::uuid[]) order by id on conflict do nothing`.execute(
    db,
  );
}

/** Draws what noted entries say of their leaders, until none is left. Answers how many were drawn. */
export async function drawEntries(home: Home): Promise<number> {
  let drawn = 0;
  for (;;) {
    const some = await home.db.transaction().execute((tx) => drawSome(makeCall(home, tx, null, home.now())));
    drawn += some;
    if (some < atOnce) return drawn;
  }
}

async function drawSome(call: Call): Promise<number> {
  const { rows } = await sql<{ entry_id: string }>`delete from fact_draw where entry_id = any (array (
    select entry_id from fact_draw order by entry_id limit ${atOnce} for update skip locked)) returning entry_id`.execute(
    call.db,
  );
  const ids = rows.map(({ entry_id }) => entry_id);
  if (ids.length === 0) return 0;
  const frozen = await frozenFacts(call, ids);
  const owners = await awardOwners(call.db, ids);
  // What was said before and is said no more has ended, also that of an entry that was withdrawn.
  const learnt = frozen.flatMap((said) => learntFrom({ ...said, leaderId: owners.get(said.entryId) ?? said.leaderId }));
  await keepFacts(call, learnt, sql`f.source = 'entry' and f.subject_id = any (${ids}::uuid[])`);
  return ids.length;
}

/** The kinds of firm by the first two characters of their credit code (GB 32100-2015). */
const kindByCode: Readonly<Record<string, string>> = { '91': 'company', '92': 'sole_trader', '93': 'cooperative' };

function learntFrom(said: FrozenFacts): Learnt[] {
  const base = {
    personId: said.leaderId,
    source: 'entry' as const,
    on: said.on,
    sourceZh: `${said.reference} 报名表`,
    subjectId: said.entryId,
  };
  const entityKind = said.registered ? kindByCode[said.uscc?.slice(0, 2) ?? ''] : 'none';
  const values: Partial<Record<KeptFact, string | boolean | number | null | undefined>> = {
    regionId: said.regionId,
    track: said.trackCode,
    group: said.groupCode,
    registered: said.registered,
    registrationDate: said.registrationDate,
    entityKind,
    // The form asks of a firm whose social insurance it pays, by which loans count staff too; 0 may mean that none is insured yet.
    employees: said.registered && said.insured !== 0 ? said.insured : null,
    age: said.birthDate?.slice(0, 7),
    // A woman's age of retirement goes by her post, of which the form asks nothing.
    retirementKind: said.sex === 'male' ? 'man' : null,
    ...groupsBy(said.keyGroup),
  };
  return Object.entries(values).flatMap(([fact, value]) =>
    value === null || value === undefined ? [] : [{ ...base, fact: fact as KeptFact, value }],
  );
}

/** One group was chosen, which says nothing of the others; that there is none says so of each that was offered. */
function groupsBy(chosen: FrozenFacts['keyGroup']): Partial<Record<KeptFact, boolean>> {
  const offered = keyGroups.map(({ value }) => `keyGroup.${value}`).filter((name) => isFact(name));
  if (chosen === null) return {};
  if (chosen === 'none') return Object.fromEntries(offered.map((name) => [name, false]));
  return { [`keyGroup.${chosen}`]: true };
}
