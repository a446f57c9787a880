import type { Blueprint } from '@shared/competition/blueprint';
import type { ContestCard } from '@shared/competition/contest/card';
import type { CityWindow } from '@shared/competition/contest/window';
import type { Span } from '@shared/competition/phase';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';

type SetupTrack = { code: string; zh: string; own: boolean };
export type SetupWindow = { code: string; zh: string; own: Span | null; city: CityWindow };

/** All that is set up of a contest, with the city's frame around it. Instants in epoch milliseconds. */
export type Setup = {
  card: ContestCard;
  tracks: SetupTrack[];
  ownTracksMax: number;
  /** None while the edition is a draft: its windows are still being typed. */
  windows: SetupWindow[];
};

type Row = ContestCard & {
  status: string;
  blueprint: Blueprint;
  tracks: SetupTrack[];
  phases: Array<{ kind: string; opens: string; closes: string }>;
};

/** The setup of one contest, in one query. */
export async function readSetup(db: Db, contestId: string): Promise<Setup> {
  const { rows } = await sql<Row>`
    select c.office, c.phone, c.address, c.hours, c.venue, d.status, d.blueprint,
      (select coalesce(json_agg(json_build_object('code', t.code, 'zh', t.zh, 'own', t.kind <> 'common') order by ct.sort, t.code), '[]')
        from contest_track ct join track t on t.edition_id = ct.edition_id and t.code = ct.track_code
        where ct.contest_id = c.id) as tracks,
      (select coalesce(json_agg(json_build_object('kind', p.kind, 'opens', p.opens_at, 'closes', p.closes_at)), '[]')
        from phase p where p.contest_id = c.id) as phases
    from contest c join edition d on d.id = c.edition_id where c.id = ${contestId}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a contest without a row');
  const { status, blueprint, tracks, phases, office, phone, address, hours, venue } = row;
  return {
    card: { office, phone, address, hours, venue },
    tracks,
    ownTracksMax: blueprint.ownTracksMax ?? 0,
    windows:
      status === 'draft'
        ? []
        : blueprint.phases.map((phase) => {
            const mine = phases.find(({ kind }) => kind === phase.code);
            return {
              code: phase.code,
              zh: phase.zh,
              own: mine ? { opensAt: Date.parse(mine.opens), closesAt: Date.parse(mine.closes) } : null,
              city: cityWindow(phase),
            };
          }),
  };
}

/** What the city says of a phase. */
export function cityWindow({ opensAt, closesAt, regionMayMove }: Blueprint['phases'][number]): CityWindow {
  const span =
    opensAt === undefined || closesAt === undefined
      ? null
      : { opensAt: Date.parse(opensAt), closesAt: Date.parse(closesAt) };
  return { span, mayMove: regionMayMove === true };
}
