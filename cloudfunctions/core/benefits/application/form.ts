import { type ApplicationKind, codeOf, type KindSection, type KindSlot } from '@shared/benefits/application/kind';
import { allAnswers, sectionProblems } from '@shared/benefits/application/problems';
import { type Answers, sealedField } from '@shared/forms/question';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { isGiven } from '../../forms/consents';
import { type FormOwner, sectionClosed } from '../../forms/form-owner';
import { answersOf, type FormRows, readForm } from '../../forms/form-rows';
import { presentSection } from '../../forms/present-section';
import type { Call } from '../../rpc/call';
import { choicesView } from './offices';
import type { ApplicationHead } from './subjects';

/** A form with its application, read on a day in Shanghai. */
export type ApplicationForm = FormRows & { application: ApplicationHead; today: string };

/** Of what was sent back only what was found wrong is open; a fault that names no section opens all. */
function isOpen(kind: ApplicationKind, { state, details }: ApplicationHead, section: string): boolean {
  if (kind.lifecycle.states[state]?.editable !== true) return false;
  const faults = details.correction?.faults;
  return state === kind.lifecycle.initial || faults === undefined || faults.some((fault) => fault.section === section);
}

/** A part of a form is open where its applicant has to put it right, and where what was covered in it went with a consent: without it nothing is handed in. */
function isPartOpen(kind: ApplicationKind, { application, sealed }: ApplicationForm, section: string): boolean {
  if (isOpen(kind, application, section)) return true;
  const questions = kind.sections.find(({ code }) => code === section)?.questions ?? [];
  return (
    kind.lifecycle.states[application.state]?.editable === true &&
    questions.some(
      ({ input, name, optional }) => input === 'sealed' && !optional && !sealed.has(sealedField(section, name)),
    )
  );
}

/** Whether a slot takes a file as the application stands. */
export const isSlotOpen = (kind: ApplicationKind, application: ApplicationHead, { opensIn }: KindSlot): boolean =>
  opensIn === undefined ? isOpen(kind, application, filesSection) : opensIn.includes(application.state);

/** Where the faults of files are found. */
export const filesSection = 'files';

/** The form of a kind: its applicant's, while it is open. */
export const formOwnerOf = (kind: ApplicationKind): FormOwner<string, ApplicationForm> => ({
  kind: codeOf(kind),
  sections: Object.fromEntries(kind.sections.map(({ code, questions }) => [code, questions])),
  closed: (_call, form, section) => (isPartOpen(kind, form, section) ? null : sectionClosed),
  seals: Object.fromEntries(
    Object.entries(kind.seals).map(([field, seal]) => [
      field,
      (typed: string, { call }: { call: Call }) => seal(typed, shanghaiDate(call.now)),
    ]),
  ),
  consentFirst: (form) => kind.consents.find((text) => text.required && !isGiven(form.consents, text)) ?? null,
});

export const readApplicationForm = (call: Call, application: ApplicationHead): Promise<ApplicationForm> =>
  readForm(call, application.applicationId, application.applicantId, { application, today: shanghaiDate(call.now) });

/** All that was answered, by `section.name`. */
export const answersIn = (kind: ApplicationKind, form: ApplicationForm): Answers =>
  allAnswers(kind, (section) => answersOf(form, section));

export const problemsIn = (
  kind: ApplicationKind,
  form: ApplicationForm,
  section: KindSection,
): Record<string, string> =>
  sectionProblems(
    kind,
    section,
    answersOf(form, section.code),
    answersIn(kind, form),
    (name) => form.sealed.has(sealedField(section.code, name)),
    form.today,
  );

/** A section as its applicant reads it, with where a prefilled answer came from while it stands as it was filled in. */
export function viewSection(kind: ApplicationKind, form: ApplicationForm, section: KindSection) {
  const { prefilled = {}, correction } = form.application.details;
  const answers = answersOf(form, section.code);
  const sources = section.questions.flatMap(({ name }): Array<[string, string]> => {
    const from = prefilled[sealedField(section.code, name)];
    return from !== undefined && from.value === answers[name] ? [[name, from.sourceZh]] : [];
  });
  return {
    section: section.code,
    zh: section.zh,
    ...presentSection(form, section.code),
    editable: isPartOpen(kind, form, section.code),
    problems: problemsIn(kind, form, section),
    sources: Object.fromEntries(sources),
    faults: (correction?.faults ?? []).filter((fault) => fault.section === section.code).map(({ text }) => text),
    choices: choicesView(section.questions),
  };
}
