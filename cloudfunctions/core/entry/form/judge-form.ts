import type { Group } from '@shared/competition/blueprint';
import { assessEligibility, type Finding } from '@shared/entry/eligibility';
import { askedFields } from '@shared/entry/fields';
import { problemsOf } from '@shared/entry/form';
import { type SectionName, sectionsFor } from '@shared/entry/sections';
import { consentMissing } from '@shared/forms/consent-text';
import { type Obstacle, obstaclesOf, type Problems } from '@shared/forms/problems';
import { birthDateBy, checkPaperNumber, type PaperKind, paperKindOf, papers } from '@shared/kernel/identity-paper';
import { isDate, shanghaiDate } from '@shared/kernel/shanghai';
import { unfitZh, wordsSay } from '@shared/people/content-words';
import { currentUploads, isWaiting } from '../../files/current-material';
import { isGiven } from '../../forms/consents';
import { answersOf } from '../../forms/form-rows';
import { unseal } from '../../forms/sealed-values';
import { refusedWhy } from '../../people/queries';
import type { Call } from '../../rpc/call';
import { neededSlots } from './asked-slots';
import { type EditionRules, groupOf, papersOf, trackRuns } from './edition-rules';
import { type FormState, textOf } from './form-state';
import { readByOthers } from './read-by-others';
import { sealedOwner } from './sealed-owner';

/** What is still missing or wrong in a form, and what the rules of taking part say of it. */
export type FormVerdict = {
  /** The parts that this entry's group is asked for, in the order of the task list. */
  sections: readonly SectionName[];
  /** Section → field → sentence; conditions of taking part stand beside the field that decides them. */
  problems: Problems<SectionName>;
  findings: readonly Finding[];
  /** Failed conditions as `section.field` → sentence. */
  ineligible: Readonly<Record<string, string>>;
  /** In the order of the task list; conditions of taking part included. */
  obstacles: readonly Obstacle<SectionName>[];
  /** The same without the conditions of taking part. */
  missing: readonly Obstacle<SectionName>[];
  waitsForFiles: boolean;
};

/** Judges a form as it stands now (rules §2.2, §2.2a, §2.3). The ID number is opened for its birth date alone. */
export function judgeForm(call: Call, form: FormState): FormVerdict {
  const sections = sectionsAsked(form);
  const paper = onceOpened(call, form);
  const problems: Partial<Record<SectionName, Record<string, string>>> = Object.fromEntries(
    sections.map((section) => [section, sectionProblems(call, form, section, paper)]),
  );
  const asked = (section: SectionName) => askedFields(section, answersOf(form, section), papersOf(form.rules));
  const missing = obstaclesOf(sections, problems, asked);
  const findings = eligibilityOf(call, form, paper());
  const ineligible: Record<string, string> = {};
  for (const [section, field, reason] of failedPlaces(findings, paper())) {
    ineligible[`${section}.${field}`] ??= reason;
    const beside = problems[section];
    if (beside) beside[field] ??= reason;
  }
  return {
    sections,
    problems,
    findings,
    ineligible,
    obstacles: obstaclesOf(sections, problems, asked),
    missing,
    waitsForFiles: form.uploads.some((upload) => isWaiting(upload, call.now)),
  };
}

/** Of one section alone what `judgeForm` says is missing or wrong in it, without judging the others. */
export function judgeSection(call: Call, form: FormState, section: SectionName): Pick<FormVerdict, 'problems'> {
  if (!sectionsAsked(form).includes(section)) return { problems: {} };
  const paper = onceOpened(call, form);
  const problems = sectionProblems(call, form, section, paper);
  if (decisive.includes(section)) {
    for (const [at, field, reason] of failedPlaces(eligibilityOf(call, form, paper()), paper()))
      if (at === section) problems[field] ??= reason;
  }
  return { problems: { [section]: problems } };
}

const sectionsAsked = (form: FormState): SectionName[] =>
  sectionsFor(groupOf(form.rules, textOf(form, 'project', 'groupCode'))?.registered === true);

/** The leader's paper, opened at the first time that it is asked for. */
function onceOpened(call: Call, form: FormState): () => Paper {
  let paper: Paper | undefined;
  return () => {
    paper ??= paperOf(call, form);
    return paper;
  };
}

function sectionProblems(
  call: Call,
  form: FormState,
  section: SectionName,
  paper: () => Paper,
): Record<string, string> {
  const { rules } = form;
  if (section === 'team') return teamProblems(form);
  if (section === 'materials') return materialProblems(form);
  const problems = problemsOf(section, answersOf(form, section), {
    today: shanghaiDate(call.now),
    tracks: rules.tracks.map(({ code }) => code),
    groups: rules.blueprint.groups.map(({ code }) => code),
    regions: rules.regions.map(({ id }) => id),
    sealed: ['idNumber', 'phone'].filter((field) => form.sealed.has(`leader.${field}`)),
    leaderName: textOf(form, 'leader', 'name') || null,
    papers: papersOf(rules),
    paperProblem: section === 'leader' ? paperProblem(form, paper()) : null,
  });
  for (const field of readByOthers[section] ?? []) {
    const text = textOf(form, section, field);
    const unfit = wordsSay(text, rules.contentWords) === 'refuse';
    const why = unfit ? unfitZh(null) : refusedWhy(form.texts, `${section}.${field}`, text);
    if (why !== null) problems[field] ??= why;
  }
  if (section !== 'declaration') return problems;
  for (const text of rules.blueprint.consents) {
    if (text.required && !isGiven(form.consents, text)) {
      problems[`consent.${text.kind}`] = consentMissing(text);
    }
  }
  return problems;
}

function teamProblems(form: FormState): Record<string, string> {
  const waiting = form.members.filter((m) => m.consented_at === null).map((m) => m.name);
  return waiting.length === 0 ? {} : { consent: `${waiting.join('、')}尚未确认参赛，请提醒其本人打开项目确认` };
}

function materialProblems(form: FormState): Record<string, string> {
  const empty = neededSlots(form).filter(({ code }) => currentUploads(form.uploads, code).length === 0);
  return Object.fromEntries(empty.map(({ code, zh }) => [code, `请上传${zh}`]));
}

type Paper = { kind: PaperKind; number: string | null };

/** The leader's paper: its kind, and its number opened; null while there is none, or none that is one of that kind. */
export function paperOf(call: Call, form: FormState): Paper {
  const kind = paperKindOf(answersOf(form, 'leader').idKind, papersOf(form.rules));
  const kept = form.sealed.get('leader.idNumber');
  const plain = kept ? unseal(call, sealedOwner(form.head.entryId), 'leader.idNumber', kept.sealed) : null;
  const fits = plain !== null && checkPaperNumber(kind, plain, shanghaiDate(call.now)).ok;
  return { kind, number: fits ? plain : null };
}

/** A number stays sealed while its kind is chosen anew; then it is typed anew. */
function paperProblem(form: FormState, { kind, number }: Paper): string | null {
  if (!form.sealed.has('leader.idNumber')) return null;
  return number === null ? `已填的号码不是${papers[kind].numberZh}，请修改后重新填写` : null;
}

/** Conditions of taking part, as far as the form already tells. */
function eligibilityOf(call: Call, form: FormState, paper: Paper): Finding[] {
  const { rules, head } = form;
  const group = groupOf(rules, textOf(form, 'project', 'groupCode'));
  if (!group) return [];
  const born = textOf(form, 'leader', 'birthDate');
  const registered = textOf(form, 'entity', 'registrationDate');
  return eligibilityBy(call, rules, {
    group,
    trackCode: head.trackCode,
    paper: paper.kind,
    birthDate: birthDateBy(paper.kind, paper.number, born),
    registrationDate: isDate(registered) ? registered : null,
    members: form.members.length,
  });
}

type Facts = {
  group: Group;
  trackCode: string;
  paper: PaperKind;
  birthDate: string | null;
  registrationDate: string | null;
  /** Without the leader. */
  members: number;
};

/** The same of what was typed and of what was submitted. */
export function eligibilityBy(call: Call, rules: EditionRules, facts: Facts): Finding[] {
  const { group } = facts;
  return assessEligibility({
    group,
    groups: rules.blueprint.groups,
    cutoffDate: rules.cutoffDate,
    today: shanghaiDate(call.now),
    paper: facts.paper,
    birthDate: facts.birthDate,
    registrationDate: group.registered ? facts.registrationDate : null,
    trackRunsHere: trackRuns(rules, facts.trackCode),
    teamSize: facts.members + 1,
    // Held by a unique index at submission, over all homes at once; not guessed here.
    leaderHasAnother: null,
  });
}

/** The sections in which a field decides a condition of taking part (`placeOf`). */
const decisive: readonly SectionName[] = ['leader', 'entity', 'team', 'project'];

/** What failed, with the field beside which it is shown. */
function failedPlaces(
  findings: readonly Finding[],
  paper: Paper,
): Array<[section: SectionName, field: string, reason: string]> {
  const bornField = papers[paper.kind].tellsBirthDate ? 'idNumber' : 'birthDate';
  return findings.flatMap(({ code, verdict, reason }) => {
    const place = verdict === 'fail' ? placeOf(code, bornField) : null;
    return place ? [[...place, reason]] : [];
  });
}

/** The field beside which a failed condition is shown. */
function placeOf(code: string, bornField: 'idNumber' | 'birthDate'): [SectionName, string] | null {
  if (code.startsWith('AGE_')) return ['leader', bornField];
  if (code.startsWith('REG_')) return ['entity', 'registrationDate'];
  if (code === 'TEAM_SIZE') return ['team', 'members'];
  return code === 'TRACK_HERE' ? ['project', 'trackCode'] : null;
}
