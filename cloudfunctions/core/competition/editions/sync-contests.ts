import type { Blueprint } from '@shared/competition/blueprint';
import { sql } from 'kysely';
import { breaksReference } from '../../platform/broken-constraint';
import { json } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';

/**
 * Every contest of an edition runs its common tracks, in the city's order, before the region's own. One that the city dropped runs nowhere; it cannot
 * go while an entry names it, sent in or not.
 */
export async function syncTracks(call: Call, editionId: string, { tracks = [] }: Blueprint): Promise<void> {
  const common = sql`jsonb_to_recordset(${json(tracks.map(({ code, zh }, index) => ({ code, zh, sort: index + 1 })))}::jsonb)
    t (code text, zh text, sort int)`;
  const dropped = sql`edition_id = ${editionId} and kind = 'common' and code not in (select code from ${common})`;
  try {
    await sql`delete from contest_track where edition_id = ${editionId}
      and track_code in (select code from track where ${dropped})`.execute(call.db);
  } catch (error) {
    throw breaksReference(error, 'entry_contest_id_track_code_fkey') ? new Refused('COMPETITION_TRACK_IN_USE') : error;
  }
  await sql`delete from track where ${dropped}`.execute(call.db);
  await sql`insert into track (edition_id, code, zh, kind) select ${editionId}, code, zh, 'common' from ${common}
    on conflict (edition_id, code) do update set zh = excluded.zh, kind = 'common'`.execute(call.db);
  await sql`update contest_track o set sort = o.sort + 100 from track k
    where o.edition_id = ${editionId} and o.sort < 100 and k.edition_id = o.edition_id and k.code = o.track_code
      and k.kind <> 'common'`.execute(call.db);
  await sql`insert into contest_track (contest_id, edition_id, track_code, sort)
    select c.id, c.edition_id, t.code, t.sort from contest c cross join ${common} where c.edition_id = ${editionId}
    on conflict (contest_id, track_code) do update set sort = excluded.sort`.execute(call.db);
}

type Windows = Pick<Blueprint, 'phases'>;

/**
 * Gives every contest the city's windows. A region that chose days of its own keeps them while they lie inside the new window and the city still lets
 * it choose; else it gets the city's. What moved into the future will be told of again as it comes.
 * @param before the windows that stood; null as an edition is published
 */
export async function syncPhases(call: Call, editionId: string, before: Windows | null, after: Windows): Promise<void> {
  const windows = after.phases.flatMap(({ code, opensAt, closesAt, regionMayMove }) => {
    if (!opensAt || !closesAt) return [];
    const was = before?.phases.find((phase) => phase.code === code);
    return [
      {
        kind: code,
        opens: opensAt,
        closes: closesAt,
        own: regionMayMove === true,
        was_opens: was?.opensAt ?? null,
        was_closes: was?.closesAt ?? null,
      },
    ];
  });
  const city = sql`jsonb_to_recordset(${json(windows)}::jsonb)
    w (kind text, opens timestamptz, closes timestamptz, own boolean, was_opens timestamptz, was_closes timestamptz)`;
  await sql`delete from phase p using contest c where c.id = p.contest_id and c.edition_id = ${editionId}
    and p.kind not in (select kind from ${city})`.execute(call.db);
  const now = new Date(call.now);
  await sql`update phase p set opens_at = w.opens, closes_at = w.closes,
      opened_told_at = case when w.opens > ${now} then null else p.opened_told_at end,
      closed_told_at = case when w.closes > ${now} then null else p.closed_told_at end
    from contest c, ${city}
    where c.id = p.contest_id and c.edition_id = ${editionId} and w.kind = p.kind
      and (p.opens_at, p.closes_at) is distinct from (w.opens, w.closes)
      and not (w.own and (p.opens_at, p.closes_at) is distinct from (w.was_opens, w.was_closes)
        and p.opens_at >= w.opens and p.closes_at <= w.closes)`.execute(call.db);
  await sql`insert into phase (contest_id, kind, opens_at, closes_at)
    select c.id, w.kind, w.opens, w.closes from contest c cross join ${city} where c.edition_id = ${editionId}
    on conflict (contest_id, kind) do nothing`.execute(call.db);
}
