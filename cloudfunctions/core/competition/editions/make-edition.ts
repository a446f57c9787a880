import { competitionContract } from '@shared/competition/contract';
import { laterBlueprint, laterName, yearsLater } from '@shared/competition/edition/a-year-later';
import { valuesOf } from '@shared/competition/edition/values';
import { partNames } from '@shared/competition/parts';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { at, json } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { carryCards } from '../contest/cards';
import { editionsInTurn } from './edition-rows';
import { nationalBlueprint } from './national-blueprint';

/** Editions that nobody published yet. */
const mostDrafts = 3;

/**
 * Begins a draft with a contest in every region: from the national starting blueprint, without days, or from an edition that stands, its days a year
 * later, with the regions' own tracks. Nothing of it is confirmed, so that each part is looked at before it is published.
 */
export const makeEdition = procedure(competitionContract.makeEdition, noSubject, async (call, { from }) => {
  await editionsInTurn(call);
  const known = await call.db.selectFrom('edition').select(['id', 'status', 'year']).execute();
  if (known.filter(({ status }) => status === 'draft').length >= mostDrafts) {
    throw new Refused('COMPETITION_TOO_MANY_DRAFTS');
  }
  const newest = Math.max(Number(shanghaiDate(call.now).slice(0, 4)) - 1, ...known.map(({ year }) => year));
  const begun = from === null ? fromNational(newest + 1) : await fromEdition(call, from, newest + 1);
  const editionId = freeId(begun.year, new Set(known.map(({ id }) => id)));
  await call.db
    .insertInto('edition')
    .values({
      id: editionId,
      name_zh: begun.nameZh,
      year: begun.year,
      cutoff_date: begun.cutoffDate ?? `${begun.year}-01-01`,
      status: 'draft',
      blueprint: json(begun.blueprint),
      synthetic: false,
      made_at: at(call.now),
    })
    .execute();
  const { nameZh, year, cutoffDate, blueprint } = begun;
  await call.db
    .insertInto('edition_part')
    .values(
      partNames.map((part) => ({
        edition_id: editionId,
        part,
        data: json(valuesOf(part, { nameZh, year, cutoffDate, ...blueprint })),
        version: 1,
        confirmed_version: null,
        saved_at: at(call.now),
        saved_by: me(call),
      })),
    )
    .execute();
  await sql`insert into contest (id, edition_id, region_id) select ${editionId}::text || '-' || r.id, ${editionId}, r.id from region r`.execute(
    call.db,
  );
  await carryCards(call.db, editionId);
  if (from !== null) await takeOwnTracks(call, from, editionId);
  await audit(call, `edition:${editionId}`, 'competition/makeEdition', { from });
  return { editionId };
});

type Begun = {
  nameZh: string;
  year: number;
  cutoffDate: string | null;
  blueprint: typeof nationalBlueprint;
};

const fromNational = (year: number): Begun => ({
  nameZh: `${year} 年创业大赛`,
  year,
  cutoffDate: null,
  blueprint: nationalBlueprint,
});

async function fromEdition(call: Call, editionId: string, year: number): Promise<Begun> {
  const source = await call.db.selectFrom('edition').selectAll().where('id', '=', editionId).executeTakeFirst();
  if (!source || source.status === 'draft') throw new Refused('NOT_FOUND');
  const years = year - source.year;
  return {
    nameZh: laterName(source.name_zh, source.year, years),
    year,
    cutoffDate: yearsLater(source.cutoff_date, years),
    blueprint: laterBlueprint(source.blueprint, years),
  };
}

/** `XH-2027`; of a second try of the same year `XH-2027-2`. */
function freeId(year: number, known: ReadonlySet<string>): string {
  let id = `XH-${year}`;
  for (let n = 2; known.has(id); n += 1) id = `XH-${year}-${n}`;
  return id;
}

/** The tracks that the regions set up for themselves the last time. */
async function takeOwnTracks(call: Call, from: string, editionId: string): Promise<void> {
  await sql`with own as (
      insert into track (edition_id, code, zh, kind)
        select ${editionId}, t.code, t.zh, t.kind from track t where t.edition_id = ${from} and t.kind = 'region'
        returning code)
    insert into contest_track (contest_id, edition_id, track_code, sort)
      select ${editionId}::text || '-' || c.region_id, ${editionId}, o.track_code, o.sort
      from contest c join contest_track o on o.contest_id = c.id
      where c.edition_id = ${from} and o.track_code in (select code from own)`.execute(call.db);
}
