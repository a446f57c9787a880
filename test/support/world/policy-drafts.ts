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
    draft: await readyPolicy(server, 'sx-tenant-rent'),
    proposed: await proposedPolicy(server, 'sx-hiring-reward'),
  };
}

/** With the first day that what comes with the product lacks. */
async function readyPolicy(server: TestServer, code: string): Promise<Standing> {
  const standing = await takenOver(server, code);
  await typeDraft(server, standing.policyDraftId, 'basics', { effectiveFrom: '2026-12-15' });
  return { ...standing, version: standing.version + 1 };
}

export async function proposedPolicy(server: TestServer, code: string): Promise<Standing> {
  const { policyDraftId, version } = await readyPolicy(server, code);
  await moveDraft(server, 'city', policyDraftId, 'propose');
  return { policyDraftId, version: version + 1 };
}
