import { entryLifecycle } from '@shared/entry/lifecycle';
import { type RawBuilder, sql } from 'kysely';

/**
 * Joins the version `b` of its edition's blueprint under which an entry `e` stands (conventions, Versions): a draft goes on under the newest one of
 * its edition `d`; whatever was sent in stays under the one of its day, is reviewed and corrected under it.
 */
export const joinRules: RawBuilder<unknown> = sql`join blueprint_version b on b.edition_id = d.id
  and b.n = case when e.state = ${entryLifecycle.initial} then d.blueprint_version else e.blueprint_version end`;
