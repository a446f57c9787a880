import { sql } from 'kysely';
import { blueprint } from '../../cloudfunctions/core/seeds/blueprint';
import type { Blueprint } from '../../src/shared/competition/blueprint';
import type { TestServer } from './server';

const { checks, signatures, ...rest } = blueprint;

/**
 * What the editions of the tests' database run on: the demo's frame, but no approval waits for lists and no rejection for a second person,
 * so that only who is about these must play them (`demandChecksAndSignatures`).
 */
export const plainFrame: Blueprint = rest;

/** Lets the running edition demand what the demo's does: lists before an approval, a second person for a rejection. */
export async function demandChecksAndSignatures({ db }: Pick<TestServer, 'db'>): Promise<void> {
  const demanded = JSON.stringify({ checks, signatures });
  await sql`update edition set blueprint = blueprint || ${demanded}::jsonb where status = 'current'`.execute(db);
  await sql`update blueprint_version set blueprint = blueprint || ${demanded}::jsonb
    where edition_id in (select id from edition where status = 'current')`.execute(db);
}
