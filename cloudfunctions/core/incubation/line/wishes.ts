import type { PlaceType } from '@shared/benefits/kinds/incubator-place/place-types';
import { sql } from 'kysely';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { type Site, sitesWhere } from '../sites/rows';

/** What an application wants, and since when. */
export type Wish = { type: PlaceType; rank: number; joinedAt: number; waiting: boolean };

/** The site of an application, with what it wants there. */
export type SiteOfApplication = Site & { wish: Wish };

/** The same of one that was handed in. */
export async function siteOfApplication(
  call: Call,
  { applicationId }: { applicationId: string },
): Promise<SiteOfApplication> {
  const [sites, wishes] = await Promise.all([
    sitesWhere(sql`s.id = (select site_id from place_wish where application_id = ${applicationId})`).execute(call.db),
    sql<Wish>`select type, rank, joined_at as "joinedAt", waiting from place_wish where application_id = ${applicationId}`.execute(
      call.db,
    ),
  ]);
  const site = sites.rows[0];
  const wish = wishes.rows[0];
  // Never handed in, or of another kind: of it no site knows.
  if (!site || !wish) throw new Refused('NOT_FOUND');
  return { ...site, wish };
}
