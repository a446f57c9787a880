import { sql } from 'kysely';
import { deliverWaiting } from '../../cloudfunctions/core/tick';
import { serverOn, type TestServer } from '../support/server';
import type { Stage } from './stage';

/** The key of the cloud's functions: what is sealed here must open there. */
const dataKey = Buffer.alloc(32, 7).toString('base64');

/**
 * A server of our own on the cloud's database, by which a test arranges what phones will find. It has the personas; on
 * phones their openids are `o-` and the persona's name. The caller closes it.
 */
export async function besideTheCloud(stage: Stage): Promise<TestServer> {
  await sql`update person set openid = 'o-' || persona where persona is not null`.execute(stage.db);
  return serverOn(stage.cloud.databaseUrl, dataKey);
}

/** Puts everything that was to be told into the inboxes, as the cloud's timer does each minute. */
export const tell = (server: TestServer): Promise<unknown> => deliverWaiting(server.home);
