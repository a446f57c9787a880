import * as z from 'zod/mini';
import { fileSlotForm } from '../files/form';
import { consentTextForm } from '../forms/form';
import { dayProblem } from '../kernel/day-problem';
import { paperKinds } from '../kernel/identity-paper';
import { fromRfc3339, isPlausibleDate } from '../kernel/shanghai';
import { noSuchDay } from '../kernel/typed/sentences';
import { neededWhens } from './needed-when';
import { reminderKindNames } from './reminders/kinds';

const word = z.string().check(z.minLength(1), z.maxLength(60));
const line = z.string().check(z.maxLength(400));
const months = z.nullable(z.int().check(z.positive(), z.maximum(600)));
const age = z.int().check(z.minimum(14), z.maximum(120));
const workdays = z.int().check(z.minimum(1), z.maximum(60));

/** By its code everything refers to one of a list: no two may bear the same. */
const coded = <Item extends z.core.$ZodType<{ code: string }>>(item: Item) =>
  z.array(item).check(z.refine((all) => new Set(all.map(({ code }) => code)).size === all.length, '代码重复'));

export const groupForm = z
  .object({
    code: word,
    zh: word,
    hintZh: line,
    registered: z.boolean(),
    ageMin: age,
    ageMax: z.nullable(age),
    teamMin: z.int().check(z.minimum(1), z.maximum(30)),
    teamMax: z.int().check(z.minimum(1), z.maximum(30)),
    /** Registered strictly later than the cut-off minus so many months ("未满"). */
    registeredAfterMonths: months,
    /** Registered on or before the cut-off minus so many months. */
    registeredUpToMonths: months,
  })
  .check(
    z.refine(({ teamMin, teamMax }) => teamMin <= teamMax, { path: ['teamMax'], message: '最多人数少于最少人数' }),
    z.refine(({ ageMin, ageMax }) => ageMax === null || ageMin <= ageMax, {
      path: ['ageMax'],
      message: '最大年龄小于最小年龄',
    }),
    z.refine(({ registeredUpToMonths: from, registeredAfterMonths: to }) => from === null || to === null || from < to, {
      path: ['registeredAfterMonths'],
      message: '“注册未满”要大于“注册至少满”，否则没有人能报',
    }),
  );

/** A slot for files, and of whom it is asked. */
export const slotForm = z
  .extend(fileSlotForm, {
    neededWhen: z.enum(neededWhens),
    /** So many hours before the pitches begin it locks, and until then its file is renewed after the entry was sent in; locked with the form when left out. */
    lockHours: z.optional(z.int().check(z.minimum(1), z.maximum(240))),
  })
  .check(
    z.refine(({ lockHours, files }) => lockHours === undefined || (files ?? 1) === 1, {
      path: ['lockHours'],
      message: '提交后还能更换的材料只收 1 个文件',
    }),
  );

export const declarationForm = z.object({ version: word, bodyZh: z.string().check(z.maxLength(2000)) });
export const organiserForm = z.object({
  nameZh: line,
  filingZh: line,
  /** Phone, hours, address of the city's office, as people are told them. */
  contactZh: z.optional(line),
});
/** A list that staff look a leader and an entity up in; what is made of it stands in `screening/checks`. */
export const checkForm = z.object({
  code: word,
  zh: word,
  linkZh: z.optional(word),
  url: z.optional(
    z.string().check(
      z.refine((url) => /^https?:\/\/[^\s]+$/.test(url), { error: '请填写完整网址，以 https:// 开头' }),
      z.maxLength(200),
    ),
  ),
  required: z.boolean(),
});
export const fundForm = z.object({
  zh: word,
  fen: z.int().check(z.nonnegative(), z.maximum(100_000_000_000_000)),
  noteZh: line,
});
const instant = z.string().check(
  z.refine((text) => fromRfc3339(text) !== null && isPlausibleDate(text.slice(0, 10)), {
    error: ({ input }) => dayProblem(String(input).slice(0, 10)) ?? noSuchDay('-'),
  }),
);

/**
 * What a contest goes through. The city's window: from its opening to its closing instant, which is exclusive; a region moves its own inside it
 * where the city lets it.
 */
export const phaseForm = z
  .object({
    code: word,
    zh: word,
    opensAt: z.optional(instant),
    closesAt: z.optional(instant),
    regionMayMove: z.optional(z.boolean()),
    /** How long it usually is, in days. */
    usualDays: z.optional(z.int().check(z.minimum(1), z.maximum(366))),
  })
  .check(
    z.refine(
      ({ opensAt, closesAt }) =>
        opensAt === undefined || closesAt === undefined || Date.parse(opensAt) < Date.parse(closesAt),
      { path: ['closesAt'], message: '结束时间应晚于开始时间' },
    ),
  );

/** What people read before they enter: the rules in words, questions that are often asked, templates to download. */
export const guideForm = z.object({
  rulesZh: z.string().check(z.maxLength(4000)),
  faq: z.array(z.object({ q: line.check(z.minLength(1)), a: z.string().check(z.minLength(1), z.maxLength(1000)) })),
  templates: z.array(z.object({ name: word, uploadId: z.string() })),
});
/** A level of awards; `places`: how many a region gives of it; `grade`: whose seal stands on the certificate, where that is settled. */
const awardForm = z.object({
  code: word,
  zh: word,
  places: z.optional(z.int().check(z.minimum(1), z.maximum(99))),
  grade: z.optional(z.enum(['city', 'county'])),
});
export const trackForm = z.object({ code: word, zh: word });

/** A reminder: of what, and how many days before it is due, or after. */
export const reminderForm = z.object({
  code: word,
  zh: word,
  kind: z.enum(reminderKindNames),
  days: z.int().check(z.minimum(0), z.maximum(30)),
});

/** A course of the trainers' (`competition/training-terms`). */
export const courseForm = z.object({
  code: word,
  zh: word,
  hoursMin: z.int().check(z.minimum(1), z.maximum(500)),
  needsPlan: z.boolean(),
  needsTest: z.boolean(),
  onDemand: z.boolean(),
  sourceZh: line.check(z.minLength(1, '请填写依据，没有文件的写“演示”')),
});

const upTo = (most: number) => z.optional(z.int().check(z.minimum(1), z.maximum(most)));

/** By which figures classes are held; what is left out is the usual. */
export const trainingRulesForm = z.object({
  capacityMax: upTo(200),
  openMin: upTo(200),
  offerHours: upTo(168),
  attendancePercent: upTo(100),
  sameCourse: upTo(20),
  classesAYear: upTo(20),
  voucherDays: upTo(730),
  codeMinutes: upTo(120),
  /** The document that these figures come from. */
  sourceZh: z.optional(line),
});

/** What stands of an edition beside its blueprint. */
export const editionForm = z.object({
  nameZh: word,
  year: z.int().check(z.minimum(2020), z.maximum(2100)),
  cutoffDate: z.string().check(z.refine(isPlausibleDate, { error: ({ input }) => dayProblem(String(input)) ?? '' })),
});

/** What winners get, as one figure of the landing page: whose figure it is, and the document or the mark that it rests on. */
export const winnersGetForm = z.object({
  /** A policy of the library, which says the whole of it. */
  policy: word,
  zh: word,
  leadZh: word,
  figureZh: word,
  unitZh: word,
  sourceZh: line,
});

/** The full shape of an edition's blueprint: what a person may set, and within which bounds. Types and contract are derived from it. */
export const blueprintForm = z.object({
  /** Where these numbers come from; demonstration data says so. */
  basisZh: line,
  /** What a contest goes through, and the city's windows; when exactly, is each contest's own. An entry is sent in during `signUp` and reviewed during `screening`. */
  phases: coded(phaseForm).check(z.minLength(1)),
  /** Tracks that every region's contest runs. */
  tracks: z.optional(coded(trackForm)),
  /** How many tracks of its own a region may have beside the common ones; none when it is left out. */
  ownTracksMax: z.optional(z.int().check(z.nonnegative(), z.maximum(10))),
  groups: coded(groupForm).check(z.minLength(1)),
  slots: coded(slotForm),
  consents: z.array(consentTextForm),
  declaration: declarationForm,
  returnReasons: coded(z.object({ code: word, section: word, zh: line })),
  /** Promised clocks in working days (rules §2.4, stage_sla). */
  clocks: z.catchall(
    z.object({ firstReview: workdays, correction: workdays, reReview: workdays, feedback: workdays }),
    workdays,
  ),
  /** How many months after the end of the edition's screening its sealed values are kept; then they are deleted. */
  retention: z.object({ sealedMonths: z.int().check(z.minimum(1), z.maximum(120)) }),
  organiser: organiserForm,
  /** Money that the organiser announced with the edition, in fen; what it is for stands in the note. */
  fund: z.optional(fundForm),
  /** Levels of awards, the highest first; the ladder of `awards/ladder.ts` when it is left out. */
  awards: z.optional(coded(awardForm)),
  /** The rule by which its loans are given: a document's number. */
  loanRuleZh: z.optional(line),
  /** Papers by which a leader may be known; the resident's card alone when it is left out. */
  identityPapers: z.optional(z.array(z.enum(paperKinds)).check(z.minLength(1))),
  /** What staff look up; the four lists of the declaration when it is left out. */
  checks: z.optional(coded(checkForm).check(z.maxLength(20))),
  /** Which decisions of staff a second person signs (`screening/decision/signatures.ts`). */
  signatures: z.optional(z.enum(['none', 'rejection', 'all'])),
  /** Whether a policy that one official proposed has to be published by another; it has to when left out. */
  policySecond: z.optional(z.enum(['needed', 'none'])),
  /** The same of a list of results that one official sent to be confirmed. */
  awardSecond: z.optional(z.enum(['needed', 'none'])),
  /** Who makes codes by which somebody may still enter after sign-up: the city alone, unless it lets the leads of regions. */
  lateCodes: z.optional(z.enum(['city', 'leads'])),
  /** Of what people are reminded, and when; the usual ones of `reminders/kinds.ts` when it is left out, nothing when it is empty. */
  reminders: z.optional(coded(reminderForm).check(z.maxLength(20))),
  guide: z.optional(guideForm),
  /** Courses of the trainers, and the figures by which classes are held; the usual ones (`training-terms`) when left out. */
  courses: z.optional(coded(courseForm).check(z.minLength(1), z.maxLength(30))),
  trainingRules: z.optional(trainingRulesForm),
  /** The headline figures of what winners get; none without a source. */
  winnersGet: z.optional(z.array(winnersGetForm).check(z.maxLength(4))),
});

/** Reads a blueprint from data. Throws when it does not fit: an edition with a broken frame must not open. */
export const parseBlueprint = (value: unknown) => blueprintForm.parse(value);
