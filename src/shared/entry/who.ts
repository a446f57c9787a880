import { allOf, anyOf, holds, not, rule } from '../kernel/define-access';
import type { EntrySubject } from './subject';

/** Who may do what with an entry: the lifecycle and the access tables name these, and nothing says it twice. */

// Outsiders are not told that an entry exists: its number and its state are nobody else's business.
const outsider = {
  code: 'ENTRY_NOT_YOURS',
  reason: '没有找到这个项目，可能已转到其他县（市、区），或您不在团队中。请返回工作台',
  hidden: true,
};

export const leads = rule<EntrySubject>('项目负责人', (actor, entry) => entry.leaderId === actor.personId, {
  code: 'ENTRY_LEADER_ONLY',
  reason: '只有项目负责人可以办理',
});
export const belongs = rule<EntrySubject>(
  '团队成员',
  (actor, entry) => entry.memberIds.includes(actor.personId),
  outsider,
);
export const edits = rule<EntrySubject>(
  '可编辑的团队成员',
  (actor, entry) => entry.editorIds.includes(actor.personId),
  {
    code: 'ENTRY_VIEW_ONLY',
    reason: '您只能查看这个项目，如需修改请联系负责人',
  },
);
export const involved = anyOf(belongs, leads);
/** A member who asks for the leader's act is told why not; a stranger is told nothing. */
export const byLeader = allOf(involved, leads);
export const byEditor = allOf(involved, anyOf(edits, leads));

export const localStaff = anyOf(holds('regionStaff', { hidden: true }), holds('regionLead', { hidden: true }));
export const localLead = holds('regionLead');
export const reader = anyOf(localStaff, holds('cityStaff', { hidden: true }), holds('auditor', { hidden: true }));
/** Whoever filled an entry in at the counter, until its person has confirmed it: nobody else knows of it (conventions, Who). */
export const fillsIn = rule<EntrySubject>(
  '柜台代填人（确认前）',
  (actor, entry) => entry.leaderId === null && entry.helperId === actor.personId,
  outsider,
);
/** The same while they serve in its region. */
export const byHelper = allOf(localStaff, fillsIn);
/** Who takes a counter draft over: the person, never who filled it in for them. */
export const takesOver = rule<EntrySubject>(
  '柜台代填的本人',
  (actor, entry) => entry.leaderId === null && entry.helperId !== actor.personId,
  outsider,
);
const belongedOnce = rule<EntrySubject>(
  '曾为成员',
  (actor, entry) => entry.pastMemberIds.includes(actor.personId),
  outsider,
);
/** Nobody reviews, judges or handles an entry they lead, belong to or once belonged to (conventions, Who). */
export const notInvolved = not<EntrySubject>(anyOf(belongs, belongedOnce, leads), '未参与该项目', {
  code: 'ENTRY_OWN',
  reason: '您是本项目团队成员，应当回避，请交其他审核人员办理',
});
export const staffReads = allOf(reader, notInvolved);
/** What somebody filled in at the counter they do not judge: it would be their own words. */
export const notHelper = rule<EntrySubject>('未代填该项目', (actor, entry) => entry.helperId !== actor.personId, {
  code: 'ENTRY_HELPED',
  reason: '您在柜台代填过这个项目，应当回避，请交其他审核人员办理',
});
/** On whose side staff stand, also those who do not judge it. */
export const serves = allOf(localStaff, notInvolved);
export const reviews = allOf(localStaff, notInvolved, notHelper);
/** Only the lead takes up anew what was decided; colleagues are told so, strangers nothing. */
export const reopens = allOf(localStaff, localLead, notInvolved, notHelper);
export const holdsClaim = rule<EntrySubject>('受理人', (actor, entry) => entry.claimedBy === actor.personId, {
  code: 'CASE_NOT_HELD',
  reason: '请先受理再审核',
});

/** Who opens a sealed value, and a picture of a paper: the claim says why it is needed; a lead who needs it claims or reopens first. */
export const opensSealed = allOf(localStaff, notInvolved, notHelper, holdsClaim);
