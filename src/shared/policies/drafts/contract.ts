import * as z from 'zod/mini';
import { offeredMove, staleMove, standing, timelineItem } from '../../cases/contract';
import {
  change,
  count,
  date,
  instant,
  intake,
  machineText,
  phrase,
  read,
  uuid,
  version,
  words,
} from '../../kernel/contract';
import { longestTyped } from './kept';
import { draftParts } from './parts';

const policyDraftId = uuid;
const code = machineText(60);
const part = z.enum(draftParts);
const typedValues = z.record(
  machineText(120),
  z.union([z.string().check(z.maxLength(longestTyped)), z.number(), z.boolean(), z.null()]),
);
const choice = z.object({ value: z.string(), zh: z.string() });

/** How a version stands with its documents: shown as a demonstration, put together from what was reprinted, or confirmed by an official. */
export const policyMark = z.enum(['demonstration', 'unverified', 'confirmed']);

const versionCard = z.object({
  code: z.string(),
  version: count,
  titleZh: z.string(),
  docNo: z.string(),
  effectiveFrom: z.nullable(date),
  effectiveTo: z.nullable(date),
  standing: z.enum(['notYet', 'inForce', 'expired']),
  mark: policyMark,
  /** Why it takes no applications; null: it does. */
  closedZh: z.nullable(z.string()),
});

const draftCard = z.object({
  policyDraftId,
  code: z.string(),
  titleZh: z.string(),
  state: z.string(),
  stateZh: z.string(),
  tone: standing.shape.tone,
  changedAt: instant,
});

/** Its reader writes policies; others look on. */
const writes = z.boolean();

export const libraryView = z.object({
  writes,
  /** Of each policy every version that is in force or comes, and the last that ended. */
  versions: z.array(versionCard),
  drafts: z.array(draftCard),
  /** What comes with the product and stands in the library neither as a version nor as a draft. */
  shipped: z.array(
    z.object({
      code: z.string(),
      titleZh: z.string(),
      docNo: z.string(),
      confidenceZh: z.string(),
      sourceZh: z.string(),
    }),
  ),
});

const difference = z.object({ partZh: z.string(), zh: z.string(), before: z.string(), after: z.string() });

/** A policy's versions, the newest first, each with what it changed. */
export const historyView = z.object({
  writes,
  code: z.string(),
  titleZh: z.string(),
  versions: z.array(
    z.object({
      ...versionCard.shape,
      publishedAt: z.nullable(instant),
      publishedByZh: z.nullable(z.string()),
      confirmed: z.nullable(z.object({ docNo: z.string(), at: instant, byZh: z.string() })),
      /** An official may confirm it by a document's number. */
      confirmable: z.boolean(),
      differences: z.array(difference),
    }),
  ),
  /** The draft that is written of it. */
  draft: z.nullable(z.object({ policyDraftId, stateZh: z.string() })),
  /** Figures that it lacks today. */
  defects: z.array(z.string()),
});

export const draftView = z.object({
  policyDraftId,
  code: z.string(),
  titleZh: z.string(),
  ...standing.shape,
  version,
  madeByZh: z.string(),
  proposedByZh: z.nullable(z.string()),
  /** The version that was in force as it was begun; null: none. */
  amends: z.nullable(z.object({ version: count, titleZh: z.string() })),
  secondNeeded: z.boolean(),
  parts: z.array(z.object({ part, zh: z.string(), hintZh: z.string(), wrong: count })),
  /** All that keeps it from being published, at once. */
  obstacles: z.array(z.object({ part, place: z.string(), text: z.string() })),
  /** In what it differs from the version that it would follow. */
  differences: z.array(difference),
  moves: z.array(offeredMove),
  timeline: z.array(timelineItem),
});

export const draftPartView = z.object({
  policyDraftId,
  part,
  zh: z.string(),
  hintZh: z.string(),
  version: count,
  data: typedValues,
  savedAt: z.nullable(instant),
  savedByZh: z.nullable(z.string()),
  /** It may be changed now, by this reader. */
  editable: z.boolean(),
  problems: z.record(z.string(), z.string()),
  /** What the other parts say that is chosen from here. */
  around: z.object({
    docNo: z.string(),
    parameters: z.array(z.object({ code: z.string(), zh: z.string() })),
    /** The facts that the rule asks for. */
    asked: z.array(z.string()),
    /** What the city's data names, by fact. */
    named: z.record(z.string(), z.array(choice)),
  }),
});

const moved = z.object({ policyDraftId, state: z.string(), stateZh: z.string(), version });
const byVersion = z.object({ policyDraftId, version });
const refusedMoves = {
  ...staleMove('政策草稿'),
  POLICY_DRAFT_MOVE_NOT_ALLOWED: { status: 422, message: '政策草稿的状态已变，不能这样办。请刷新后再看' },
};
const notReady = { POLICY_DRAFT_NOT_READY: { status: 422, message: '还有内容没有准备好' } };
const twice = { POLICY_DRAFT_EXISTS: { status: 422, message: '这项政策已经有一份草稿，请在那份草稿上改' } };

/** Procedures of the policy library as the city works on it. */
export const draftsContract = {
  library: read.input(z.object({})).output(libraryView),
  history: read.input(z.object({ code })).output(historyView),
  /** Begins a draft anew, of what comes with the product, or as an amendment of the policy's newest version. */
  startDraft: intake
    .input(z.object({ from: z.enum(['new', 'shipped', 'amend']), code: z.nullable(code) }))
    .errors(twice)
    .output(z.object({ policyDraftId })),
  /** Begins a draft of everything that comes with the product and does not stand in the library. */
  takeOverShipped: intake.input(z.object({})).output(z.object({ begun: count })),
  draft: read.input(z.object({ policyDraftId })).output(draftView),
  draftPart: read.input(z.object({ policyDraftId, part })).output(draftPartView),
  /** Keeps a part as it is typed, finished or not. */
  saveDraftPart: change
    .input(z.object({ policyDraftId, part, version: count, data: typedValues }))
    .errors({
      ...staleMove('这一部分'),
      POLICY_DRAFT_CLOSED: { status: 422, message: '政策已送签或发布，不能再改。要改请先退回或撤回送签' },
    })
    .output(draftPartView),
  /** Whom it would reach if it were published today, in numbers. */
  draftReach: read.input(z.object({ policyDraftId })).output(z.object({ zh: z.string() })),
  proposeDraft: intake
    .input(byVersion)
    .errors({ ...refusedMoves, ...notReady })
    .output(moved),
  sendBackDraft: change
    .input(z.object({ ...byVersion.shape, reason: words(200) }))
    .errors(refusedMoves)
    .output(moved),
  publishDraft: intake
    .input(byVersion)
    .errors({ ...refusedMoves, ...notReady })
    .output(moved),
  discardDraft: change.input(byVersion).errors(refusedMoves).output(moved),
  /** An official gives a version that was published as a demonstration its document. */
  confirmVersion: change
    .input(z.object({ code, version: count, docNo: phrase(60) }))
    .errors({
      POLICIES_CONFIRMED: { status: 422, message: '这一版已经核定，不用再核定' },
      POLICIES_EXPIRED: { status: 422, message: '这一版已到期，不能再核定' },
    })
    .output(historyView),
};
