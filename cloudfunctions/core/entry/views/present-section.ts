import type { InferContractRouterOutputs } from '@orpc/contract';
import type { entryContract } from '@shared/entry/contract';
import { isSealedField } from '@shared/entry/fields';
import { type SectionName, sectionZh } from '@shared/entry/sections';
import { diffParts } from '@shared/forms/diff-parts';
import { sectionStatus } from '@shared/forms/problems';
import { presentSection as present } from '../../forms/present-section';
import type { Call } from '../../rpc/call';
import { canEdit, isLeader, isOpen, isTimeOver } from '../form/editable';
import { type FormState, textOf } from '../form/form-state';
import type { FormVerdict } from '../form/judge-form';
import { describeForm } from '../form/snapshot';

export type SectionView = InferContractRouterOutputs<typeof entryContract>['saveSection'];

/** One part of the form with its status and what is still wrong in it. */
export function presentSection(
  call: Call,
  form: FormState,
  verdict: Pick<FormVerdict, 'problems'>,
  section: SectionName,
): SectionView {
  const problems = verdict.problems[section] ?? {};
  const faults = form.head.state === 'returned' ? (form.notice?.faults ?? []) : [];
  const ofSection = faults.filter((fault) => fault.section === section).map(({ text }) => text);
  const signed = section !== 'declaration' || isLeader(call, form.head);
  return {
    section,
    zh: sectionZh[section],
    ...present(form, section),
    status: sectionStatus(problems, {
      begun: isBegun(form, section),
      // A returned part asks for attention until something in it is another than what was returned.
      stillAsReturned: ofSection.length > 0 && !isChanged(form, section),
    }),
    // After the last moment a page is to read; words that were on their way then are still kept (`entryForm`).
    editable: canEdit(call, form.head) && signed && isOpen(form, section) && !isTimeOver(form, call.now),
    problems: { ...problems },
    faults: ofSection,
  };
}

/** Does a part say something else than the submission that was returned? By what stands there, never by when it was saved (conventions, Time). */
function isChanged(form: FormState, section: SectionName): boolean {
  const setAt = new Map(form.submitted?.sealed?.map(({ field, set_at }) => [field, set_at]));
  const resealed = [...form.sealed]
    .filter(([field, value]) => value.setAt !== setAt.get(field))
    .map(([field]) => field);
  const now = describeForm(form, [section]);
  const [part] = diffParts([section], now, form.submitted?.parts ?? [], new Set(resealed), isSealedField);
  return part?.changed === true;
}

/** Has somebody begun to work on a part? */
function isBegun(form: FormState, section: SectionName): boolean {
  // A draft begins with its track and group chosen; the part counts as begun once something of the project is told.
  if (section === 'project') return textOf(form, 'project', 'title') !== '';
  if (section === 'materials') return form.uploads.length > 0;
  if (section === 'team') return form.members.length > 0;
  return form.sections.has(section) || (section === 'declaration' && form.consents.length > 0);
}
