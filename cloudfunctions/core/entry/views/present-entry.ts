import type { InferContractRouterOutputs } from '@orpc/contract';
import { dueClock } from '@shared/cases/due';
import { standingOf } from '@shared/cases/standing';
import type { entryContract } from '@shared/entry/contract';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { offeredMoves } from '@shared/entry/offered-moves';
import { sectionZh } from '@shared/entry/sections';
import { dueDateOf } from '@shared/entry/terms/due';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { changesSince } from '../../competition/queries';
import { presentMaterials } from '../../files/present-material';
import type { Call } from '../../rpc/call';
import { readRenewals } from '../files/renewals';
import { canEdit, isLeader } from '../form/editable';
import { chosenGroup, chosenTrack, type FormState, readForm } from '../form/form-state';
import { type FormVerdict, judgeForm } from '../form/judge-form';
import type { EntryHead } from '../subjects';
import { presentMember } from '../team/present-member';
import { presentSection } from './present-section';

type Outputs = InferContractRouterOutputs<typeof entryContract>;
export type EntryView = Outputs['get'];

/** Reads and judges an entry's form and shows it to someone on its team. */
export async function viewEntry(call: Call, head: EntryHead): Promise<EntryView> {
  const form = await readForm(call, head);
  const [changes, renewals] = await Promise.all([
    changesSince(call.db, head.editionId, head.knownVersion, head.rulesVersion),
    readRenewals(call, head, null),
  ]);
  return { ...presentEntry(call, form, judgeForm(call, form), changes), renewals };
}

/** What the team sees of its entry; sealed values only as masked text. */
export function presentEntry(
  call: Call,
  form: FormState,
  verdict: FormVerdict,
  rulesChanged: EntryView['rulesChanged'],
): Omit<EntryView, 'renewals'> {
  const { head, rules } = form;
  const standing = standingOf(entryLifecycle, head.state, 'own');
  const returned = head.state === 'returned';
  const { dueDate: _, ...term } = dueClock(
    returned ? dueDateOf(head) : null,
    head.dueProvisional,
    shanghaiDate(call.now),
  );
  return {
    entryId: head.entryId,
    version: head.version,
    contestId: head.contestId,
    editionId: head.editionId,
    rulesVersion: head.rulesVersion,
    rulesChanged,
    regionId: head.regionId,
    regionZh: rules.regionZh,
    trackZh: chosenTrack(form)?.zh ?? null,
    groupZh: chosenGroup(form)?.zh ?? null,
    ...standing,
    reference: head.reference,
    signUpClosesAt: head.signUp && toShanghai(head.signUp.closesAt),
    now: toShanghai(call.now),
    correctionDueAt: returned && head.correctionDueAt !== null ? toShanghai(head.correctionDueAt) : null,
    ...term,
    isLeader: isLeader(call, head),
    waitsUntil: head.leaderId === null && head.counterEndsAt !== null ? toShanghai(head.counterEndsAt) : null,
    canEdit: canEdit(call, head),
    sections: verdict.sections.map((section) => presentSection(call, form, verdict, section)),
    members: form.members.map((member) => presentMember(call, member)),
    materials: presentMaterials(form.uploads),
    consents: rules.blueprint.consents.map((text) => {
      const given = form.consents.find((c) => c.kind === text.kind && c.text_version === text.version);
      return { ...text, givenAt: given ? toShanghai(given.given_at) : null };
    }),
    notice: returned ? presentNotice(form) : null,
    obstacles: standing.editable ? [...verdict.obstacles] : [],
    moves: movesOf(call, head, verdict),
  };
}

function presentNotice(form: FormState): EntryView['notice'] {
  if (!form.notice) return null;
  const { n, sent_at, due_date, message, faults } = form.notice;
  return {
    n,
    sentAt: toShanghai(sent_at),
    dueDate: due_date,
    message,
    faults: faults.map(({ section, text, fields: [field = null] = [] }) => ({
      section,
      sectionZh: sectionZh[section],
      text,
      field,
    })),
  };
}

/** The buttons; submitting is shown closed, with the first thing that stands in its way. */
function movesOf(call: Call, head: EntryHead, verdict: FormVerdict): EntryView['moves'] {
  const [first] = verdict.obstacles;
  return offeredMoves(head, call.actor, call.now).map((offered) => {
    if (offered.move !== 'submit' && offered.move !== 'resubmit') return offered;
    return { ...offered, closed: offered.closed ?? first?.text ?? (verdict.waitsForFiles ? waitsForFiles : null) };
  });
}

const waitsForFiles = '材料正在检查，请稍后再提交';
