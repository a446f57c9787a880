import type { InferContractRouterOutputs } from '@orpc/contract';
import { dueClock } from '@shared/cases/due';
import { standingOf } from '@shared/cases/standing';
import type { entryContract } from '@shared/entry/contract';
import { dueDateOf } from '@shared/entry/due';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { offeredMoves } from '@shared/entry/offered-moves';
import { type SectionName, sectionZh } from '@shared/entry/sections';
import { diffSections } from '@shared/forms/diff-parts';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { presentMaterials } from '../../files/present-material';
import { type Call, me } from '../../rpc/call';
import { isOpen, isTimeOver } from '../form/editable';
import { chosenGroup, chosenTrack, dataOf, type FormState, readForm, textOf } from '../form/form-state';
import { type FormVerdict, judgeForm } from '../form/judge-form';
import { describeForm } from '../form/snapshot';
import type { EntryHead } from '../subjects';
import { presentMember } from '../team/present-member';

type Outputs = InferContractRouterOutputs<typeof entryContract>;
export type EntryView = Outputs['get'];
export type SectionView = Outputs['saveSection'];

/** Reads and judges an entry's form and shows it to someone on its team. */
export async function viewEntry(call: Call, head: EntryHead): Promise<EntryView> {
  const form = await readForm(call, head);
  return presentEntry(call, form, judgeForm(call, form));
}

/** What the team sees of its entry; sealed values only as masked text. */
export function presentEntry(call: Call, form: FormState, verdict: FormVerdict): EntryView {
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
    regionId: head.regionId,
    regionZh: rules.regionZh,
    trackZh: chosenTrack(form)?.zh ?? null,
    groupZh: chosenGroup(form)?.zh ?? null,
    ...standing,
    reference: head.reference,
    signUpClosesAt: rules.signUp && toShanghai(rules.signUp.closesAt),
    now: toShanghai(call.now),
    correctionDueAt: returned && head.correctionDueAt !== null ? toShanghai(head.correctionDueAt) : null,
    ...term,
    isLeader: isLeader(call, head),
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

/** One part of the form with its status and what is still wrong in it. */
export function presentSection(call: Call, form: FormState, verdict: FormVerdict, section: SectionName): SectionView {
  const row = form.sections.get(section);
  const problems = verdict.problems[section] ?? {};
  const faults = form.head.state === 'returned' ? (form.notice?.faults ?? []) : [];
  const ofSection = faults.filter((fault) => fault.section === section).map(({ text }) => text);
  const signed = section !== 'declaration' || isLeader(call, form.head);
  return {
    section,
    zh: sectionZh[section],
    version: row?.version ?? 0,
    data: dataOf(form, section),
    masked: maskedOf(form, section),
    savedAt: row ? toShanghai(row.savedAt) : null,
    savedByZh: row?.savedByZh ?? null,
    status: statusOf(form, section, problems, ofSection.length > 0),
    // After the last moment a page is to read; words that were on their way then are still kept (`saveSection`).
    editable: canEdit(call, form.head) && signed && isOpen(form, section) && !isTimeOver(form, call.now),
    problems,
    faults: ofSection,
  };
}

function maskedOf(form: FormState, section: SectionName): Record<string, string> {
  const prefix = `${section}.`;
  const fields = [...form.sealed].filter(([field]) => field.startsWith(prefix));
  return Object.fromEntries(fields.map(([field, { masked }]) => [field.slice(prefix.length), masked]));
}

function statusOf(
  form: FormState,
  section: SectionName,
  problems: Record<string, string>,
  isReturned: boolean,
): SectionView['status'] {
  // A returned part asks for attention until something in it is another than what was returned.
  if (isReturned && !isChanged(form, section)) return 'returned';
  if (Object.keys(problems).length === 0) return 'done';
  return isBegun(form, section) ? 'unfinished' : 'notStarted';
}

/** Does a part say something else than the submission that was returned? By what stands there, never by when it was saved (conventions, Time). */
function isChanged(form: FormState, section: SectionName): boolean {
  const setAt = new Map(form.submitted?.sealed?.map(({ field, set_at }) => [field, set_at]));
  const resealed = [...form.sealed]
    .filter(([field, value]) => value.setAt !== setAt.get(field))
    .map(([field]) => field);
  const now = describeForm(form, [section]);
  return diffSections([section], now, form.submitted?.parts ?? [], new Set(resealed)).some(({ changed }) => changed);
}

/** Has somebody begun to work on a part? */
function isBegun(form: FormState, section: SectionName): boolean {
  // A draft begins with its track and group chosen; the part counts as begun once something of the project is told.
  if (section === 'project') return textOf(form, 'project', 'title') !== '';
  if (section === 'materials') return form.uploads.length > 0;
  if (section === 'team') return form.members.length > 0;
  return form.sections.has(section) || (section === 'declaration' && form.consents.length > 0);
}

function presentNotice(form: FormState): EntryView['notice'] {
  if (!form.notice) return null;
  const { n, sent_at, due_date, message, faults } = form.notice;
  return {
    n,
    sentAt: toShanghai(sent_at),
    dueDate: due_date,
    message,
    faults: faults.map(({ section, text }) => ({ section, sectionZh: sectionZh[section], text })),
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

export const isLeader = (call: Call, head: EntryHead): boolean => head.leaderId === me(call);
export const canEdit = (call: Call, head: EntryHead): boolean =>
  isLeader(call, head) || head.editorIds.includes(me(call));
