import * as z from 'zod/mini';
import { consentTextForm } from '../../forms/form';
import { count, date, instant } from '../../kernel/contract';
import { paperKinds } from '../../kernel/identity-paper';
import { announcementLine } from '../announcement/contract';
import { contactCard } from '../contest/contract';
import { declarationForm, fundForm, groupForm, guideForm, organiserForm, slotForm, winnersGetForm } from '../form';

/* What anybody sees of an edition: its landing page, a region's contest, its guide. */

export const trackView = z.object({ code: z.string(), zh: z.string(), kind: z.string() });
export const phaseView = z.object({
  kind: z.string(),
  zh: z.string(),
  opensAt: instant,
  closesAt: instant,
  state: z.enum(['before', 'open', 'closed']),
});

export const contestCard = z.object({
  contestId: z.string(),
  regionId: z.string(),
  regionZh: z.string(),
  /** The region that a development zone lies in; null for all others. */
  locatedIn: z.nullable(z.string()),
  tracks: z.array(trackView),
  /** How people reach it; null while nobody said. */
  contact: z.nullable(contactCard),
  signUp: z.nullable(phaseView),
});

export const editionView = z.object({
  editionId: z.string(),
  nameZh: z.string(),
  year: z.int(),
  cutoffDate: date,
  synthetic: z.boolean(),
});

/** `now`: the server's time as it answered, by which pages reckon what is left; phones' clocks are wrong by minutes. */
export const contestView = z.object({
  now: instant,
  ...contestCard.shape,
  edition: editionView,
  phases: z.array(phaseView),
  groups: z.array(groupForm),
  /** Papers by which a leader may be known, the first being the usual one. */
  identityPapers: z.array(z.enum(paperKinds)),
  slots: z.array(slotForm),
  consents: z.array(consentTextForm),
  declaration: declarationForm,
  /** The newest that concern this region. */
  announcements: z.array(announcementLine),
});

export const homeView = z.object({
  now: instant,
  mode: z.enum(['demo', 'production']),
  edition: z.nullable(editionView),
  contests: z.array(contestCard),
  phases: z.array(phaseView),
  /** The newest of the city and of each region. */
  announcements: z.array(announcementLine),
  organiser: organiserForm,
  winnersGet: z.array(winnersGetForm),
});

/** What people read before they enter: an edition's, with one region's timetable and card where one is asked for. */
export const guideView = z.object({
  now: instant,
  contestId: z.nullable(z.string()),
  regionZh: z.nullable(z.string()),
  editionZh: z.string(),
  ...guideForm.shape,
  templates: z.array(z.object({ name: z.string(), uploadId: z.string(), kind: z.string(), size: count })),
  awards: z.array(z.object({ code: z.string(), zh: z.string(), places: z.optional(z.int()) })),
  fund: z.nullable(fundForm),
  phases: z.array(phaseView),
  contact: z.nullable(contactCard),
  organiser: organiserForm,
});
