import { wantSignatures } from '../review-acts';
import type { TestServer } from '../server';
import type { Cast } from './cast';
import type { Standing } from './entries';

/** An entry that is decided on and not yet moved. `version` is the decision's. */
export type DecidedOn = { entryId: string; decisionId: string; version: number };

type Decided = { decision: Omit<DecidedOn, 'entryId'> };

/** The clerk rejects an entry under review. */
export async function decideOn(
  server: TestServer,
  { clerk }: Cast,
  { entryId, version }: Standing,
): Promise<DecidedOn> {
  const rejection = { entryId, version, reason: '不符合参赛条件' };
  const { decision } = await server.ask<Decided>(clerk, 'screening/reject', rejection);
  return { entryId, decisionId: decision.decisionId, version: decision.version };
}

/** The same while the edition wants a lead to sign. */
export async function decideUnsigned(server: TestServer, cast: Cast, standing: Standing): Promise<DecidedOn> {
  await wantSignatures(server, 'rejection');
  const decided = await decideOn(server, cast, standing);
  await wantSignatures(server, 'none');
  return decided;
}
