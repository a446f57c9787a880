import type { TestServer } from './server';

export type Draft = {
  policyDraftId: string;
  version: number;
  state: string;
  obstacles: Array<{ part: string; place: string; text: string }>;
  differences: Array<{ zh: string; before: string; after: string }>;
  moves: Array<{ move: string }>;
};
export type DraftPart = {
  version: number;
  data: Record<string, string | number | boolean | null>;
  problems: Record<string, string>;
};

export const readDraft = (server: TestServer, policyDraftId: string, as = 'city'): Promise<Draft> =>
  server.ask<Draft>(as, 'policies/draft', { policyDraftId });

/** Types into a part over what stands in it. */
export async function typeDraft(
  server: TestServer,
  policyDraftId: string,
  part: string,
  typed: DraftPart['data'],
  as = 'city',
): Promise<DraftPart> {
  const { version, data } = await server.ask<DraftPart>(as, 'policies/draftPart', { policyDraftId, part });
  const input = { policyDraftId, part, version, data: { ...data, ...typed } };
  return server.ask<DraftPart>(as, 'policies/saveDraftPart', input);
}

/** An amendment of a policy in the library that may be proposed as it is. */
export async function readyAmendment(
  server: TestServer,
  code = 'training',
  effectiveFrom = '2026-12-15',
): Promise<string> {
  const { policyDraftId } = await server.ask<Draft>('city', 'policies/startDraft', { from: 'amend', code });
  const { data } = await typeDraft(server, policyDraftId, 'basics', { effectiveFrom });
  if (data.demonstration !== true) await confirmFigures(server, policyDraftId);
  return policyDraftId;
}

/** Says of every figure that is a demonstration yet that it is none any more. */
async function confirmFigures(server: TestServer, policyDraftId: string): Promise<void> {
  const { data } = await server.ask<DraftPart>('city', 'policies/draftPart', { policyDraftId, part: 'parameters' });
  const unsure = Object.keys(data).filter((place) => data[place] === 'demonstration');
  if (unsure.length === 0) return;
  await typeDraft(server, policyDraftId, 'parameters', Object.fromEntries(unsure.map((place) => [place, 'source'])));
}

/** Makes a move of a draft as it stands now. */
export async function moveDraft(server: TestServer, as: string, policyDraftId: string, move: string, more = {}) {
  const { version } = await server.db
    .selectFrom('policy_draft')
    .select('version')
    .where('id', '=', policyDraftId)
    .executeTakeFirstOrThrow();
  return server.call(as, `policies/${move}Draft`, { policyDraftId, version, ...more });
}
