import { shanghaiDate } from '@shared/kernel/shanghai';
import { policiesContract } from '@shared/policies/contract';
import { type Load, noSubject, type Procedures, procedure } from '../rpc/procedure';
import { printed } from './answers/printed';
import { answersFor, check, mine, seen } from './answers/procedures';
import { presentVersion, type Version, versionsOn } from './answers/versions';
import { checkFact, factsOf } from './facts/applicant-facts';
import { beginFactFile, cancelFactFile, finishFactFile, openFactFile } from './facts/fact-evidence';
import { declareFacts, myFacts, withdrawFact } from './facts/my-facts';
import { confirmVersion } from './library/confirm-version';
import { draftPart, saveDraftPart } from './library/parts';
import { previewDraft } from './library/preview';
import { discardDraft, proposeDraft, publishDraft, sendBackDraft } from './library/publish';
import { draft, draftReach, history, library } from './library/show';
import { startDraft, takeOverShipped } from './library/start-draft';
import { opened, told } from './push/told';

const list = procedure(policiesContract.list, noSubject, async (call) => {
  const today = shanghaiDate(call.now);
  const policies = (await versionsOn(call.db, today)).map((version) => presentVersion(version, today));
  return { policies: policies.sort((a, b) => Number(b.inForce) - Number(a.inForce)) };
});

const policyOf: Load<{ code: string }, Version> = async (call, { code }) =>
  (await versionsOn(call.db, shanghaiDate(call.now), code))[0] ?? null;

const get = procedure(policiesContract.get, policyOf, async (call, _input, version) =>
  presentVersion(version, shanghaiDate(call.now)),
);

export const policiesProcedures: Procedures<typeof policiesContract> = {
  list,
  get,
  myFacts,
  declareFacts,
  withdrawFact,
  factsOf,
  checkFact,
  beginFactFile,
  finishFactFile,
  cancelFactFile,
  openFactFile,
  mine,
  printed,
  seen,
  check,
  answersFor,
  opened,
  told,
  library,
  history,
  startDraft,
  takeOverShipped,
  draft,
  draftPart,
  saveDraftPart,
  previewDraft,
  draftReach,
  proposeDraft,
  sendBackDraft,
  publishDraft,
  discardDraft,
  confirmVersion,
};
