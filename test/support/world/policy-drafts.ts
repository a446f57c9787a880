import { moveDraft, typeDraft } from '../policy-drafts';
import type { TestServer } from '../server';

type Standing = { policyDraftId: string; version: number };

/** Of what comes with the product: one that is written, and one that the demo's official proposed. */
export type PolicyDrafts = { draft: Standing; proposed: Standing };

/** By the demo's official, who can publish neither. */
export const takenOver = async (server: TestServer, code: string): Promise<Standing> => ({
  ...(await server.ask<{ policyDraftId: string }>('city', 'policies/startDraft', { from: 'shipped', code })),
  version: 1,
});

export async function makePolicyDrafts(server: TestServer): Promise<PolicyDrafts> {
  return {
    draft: await takenOver(server, 'sx-tenant-rent'),
    proposed: await proposedPolicy(server, 'sx-hiring-reward'),
  };
}

export async function proposedPolicy(server: TestServer, code: string): Promise<Standing> {
  const { policyDraftId } = await takenOver(server, code);
  await typeDraft(server, policyDraftId, 'basics', { effectiveFrom: '2026-12-15' });
  await moveDraft(server, 'city', policyDraftId, 'propose');
  return { policyDraftId, version: 2 };
}
