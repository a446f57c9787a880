import type { InferContractRouterOutputs } from '@orpc/contract';
import { standingOf } from '@shared/cases/standing';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { termDaysOf } from '@shared/entry/terms/due';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import type { screeningContract } from '@shared/screening/contract';
import { isReviewMove } from '@shared/screening/decide-move';
import { needsSignature, signaturesOf, signFirstZh } from '@shared/screening/decision/signatures';
import { decidingMoves, isDecidingMove } from '@shared/screening/decision/subject';
import { roundOf } from '@shared/screening/marks';
import { twinFindings } from '@shared/screening/twins';
import { sql } from 'kysely';
import {
  type EntryHead,
  frozenText,
  isRecalled,
  readEligibility,
  readMaterials,
  readMembers,
  readRenewals,
  readSubmission,
  readTimeline,
  type Submission,
  titleForStaff,
} from '../../entry/queries';
import { textsUnjudged } from '../../people/queries';
import { type Call, me } from '../../rpc/call';
import { presentChecks, readChecks } from '../checks/read-checks';
import { decisionsOn, isStanding } from '../decisions/decision-rows';
import { readTransferTargets } from '../decisions/transfer-targets';
import { readReading } from '../queue/readings';
import { presentDecision } from './present-decision';
import { presentSections } from './present-section';
import { readTwins } from './read-twins';
import { clockOf } from './review-clock';
import { readNotes, readNotices } from './review-records';

export type ReviewView = InferContractRouterOutputs<typeof screeningContract>['review'];

/**
 * The whole review page: what was submitted and frozen, never what the entrant is writing now; sealed values masked;
 * the colleagues' notes and checks; and the moves that this reader may make.
 */
export async function viewReview(call: Call, entry: EntryHead): Promise<ReviewView> {
  const submission = (await readSubmission(call, entry)) ?? noSubmission;
  return isRecalled(entry) ? viewRecalled(call, entry, submission) : viewSubmitted(call, entry, submission);
}

/** Results of past editions were entered without the form that they were won with. */
const noSubmission: Submission = { n: 0, parts: [], files: [], sealed: new Map() };

/** What staff need of an entry that was taken back: which it is, where it stands, and how to reach its leader. */
async function viewRecalled(call: Call, entry: EntryHead, submission: Submission): Promise<ReviewView> {
  const { regionZh } = await namesOf(call, entry.entryId);
  return {
    ...headOf(call, entry),
    regionZh,
    trackZh: '',
    groupZh: '',
    round: roundOf(entry),
    termDays: null,
    signedMoves: [],
    dueDate: null,
    workdaysLeft: null,
    workdaysOver: null,
    provisional: false,
    claimedByZh: null,
    helped: null,
    unjudged: [],
    contact: {
      nameZh: frozenText(submission, 'leader', 'name'),
      phoneMasked: frozenText(submission, 'leader', 'phone'),
    },
    sections: [],
    members: [],
    materials: [],
    renewals: [],
    eligibility: [],
    notices: [],
    notes: [],
    checks: [],
    timeline: [],
    transferTargets: [],
    moves: [],
    decisions: [],
  };
}

const headOf = (call: Call, entry: EntryHead) => ({
  entryId: entry.entryId,
  version: entry.version,
  title: titleForStaff(entry),
  reference: entry.reference,
  contestId: entry.contestId,
  regionId: entry.regionId,
  ...standingOf(entryLifecycle, entry.state, 'staff'),
  claimedByMe: entry.claimedBy === me(call),
  claimedAt: entry.claimedAt === null ? null : toShanghai(entry.claimedAt),
});

async function viewSubmitted(call: Call, entry: EntryHead, submission: Submission): Promise<ReviewView> {
  const { entryId } = entry;
  const moves = entryLifecycle.movesFor(entry, call.actor, call.now).filter(({ move }) => isReviewMove(move));
  const { overdue: _, ...clock } = clockOf(entry, shanghaiDate(call.now));
  const isSigned = (move: string) => isDecidingMove(move) && needsSignature(signaturesOf(entry), move);
  const mayTransfer = moves.some(({ move }) => move === 'transfer');
  // None of these waits for another: a page is as slow as the slowest of them, not as their sum.
  const [
    names,
    reading,
    members,
    materials,
    renewals,
    findings,
    twins,
    notices,
    notes,
    looked,
    timeline,
    targets,
    decisions,
  ] = await Promise.all([
    namesOf(call, entryId),
    readReading(call, entry),
    readMembers(call, entry, submission),
    readMaterials(call, entry, submission),
    readRenewals(call, entry, submission),
    readEligibility(call, entry, submission),
    readTwins(call, entry),
    readNotices(call, entryId),
    readNotes(call, entryId),
    readChecks(call, entry),
    readTimeline(call, entryId, 'staff'),
    mayTransfer ? readTransferTargets(call, entry) : [],
    decisionsOn(call, entry),
  ]);
  const decided = decisions.some((decision) => isStanding(decision));
  return {
    ...headOf(call, entry),
    ...names,
    groupZh: reading.group?.zh ?? entry.groupCode,
    round: reading.round,
    ...clock,
    termDays: termDaysOf(entry),
    contact: null,
    sections: presentSections(reading),
    members,
    materials,
    renewals,
    eligibility: [...findings, ...twinFindings(entry.title, twins)],
    notices,
    notes,
    checks: presentChecks(looked),
    timeline,
    transferTargets: targets,
    moves: decided ? [] : moves.map((offered) => (isSigned(offered.move) ? signFirst(offered) : offered)),
    signedMoves: decidingMoves.filter(isSigned),
    decisions: decisions.map((decision) => presentDecision(call, decision)),
  };
}

const signFirst = <Move extends { danger: string | null }>(offered: Move): Move => ({
  ...offered,
  danger: `${signFirstZh}${offered.danger ?? ''}`,
});

async function namesOf(call: Call, entryId: string) {
  const { helperZh, signedBy, signedOn, ...names } = await call.db
    .selectFrom('entry as e')
    .innerJoin('region as r', 'r.id', 'e.region_id')
    .innerJoin('track as t', (join) =>
      join.onRef('t.edition_id', '=', 'e.edition_id').onRef('t.code', '=', 'e.track_code'),
    )
    .leftJoin('person as p', 'p.id', 'e.claimed_by')
    .leftJoin('counter_entry as n', 'n.entry_id', 'e.id')
    .leftJoin('person as h', 'h.id', 'n.helper_id')
    .select(['r.name_zh as regionZh', 't.zh as trackZh', 'p.display_name as claimedByZh'])
    .select(['h.display_name as helperZh', 'n.signed_by as signedBy', 'n.signed_on as signedOn'])
    .select(textsUnjudged(sql`e.id`).as('unjudged'))
    .where('e.id', '=', entryId)
    .executeTakeFirstOrThrow();
  return { ...names, helped: helperZh === null ? null : { byZh: helperZh, signedBy, signedOn } };
}
