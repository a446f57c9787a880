import { cast, here } from '../kernel/sample-cast';
import type { EntrySubject } from './subject';

/** The entry about which rules are tried: `leader` leads it, in the region `here`. States and instants decide no access. */
export const sampleSubject: EntrySubject = {
  ofCurrentEdition: true,
  entryId: 'entry',
  editionId: 'edition',
  contestId: 'contest',
  regionId: here,
  state: 'under_review',
  version: 1,
  reference: 'XH2026-141033-0001',
  leaderId: cast.leader,
  helperId: cast.staffHelper,
  memberIds: [cast.editor, cast.viewer, cast.staffOnTeam, cast.leadOnTeam],
  editorIds: [cast.editor],
  pastMemberIds: [cast.formerMember, cast.staffOnceOnTeam],
  claimedBy: cast.staffHere,
  recalledAt: null,
  claimedFrom: 'submitted',
  returns: 0,
  signUp: { opensAt: 0, closesAt: 2 },
  screening: { opensAt: 0, closesAt: 2 },
  correctionDueAt: null,
};
