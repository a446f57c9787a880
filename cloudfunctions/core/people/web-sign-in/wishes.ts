import type { Selectable } from 'kysely';
import type { Db } from '../../platform/db';
import type { PeopleTables } from '../../platform/schema/people';

/** A browser's wish to be signed in. */
export type Wish = Selectable<PeopleTables['web_sign_in']>;

export const wishes = (db: Db) => db.selectFrom('web_sign_in').selectAll();
