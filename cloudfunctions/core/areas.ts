import type { Contract } from '@shared/contract';
import { awardsArea } from './awards/area';
import { makeBenefitsArea } from './benefits/area';
import { competitionArea } from './competition/area';
import { entryArea } from './entry/area';
import { filesGround } from './files/area';
import { makeFinanceArea } from './finance/area';
import { formsGround } from './forms/area';
import { incubationArea, incubationWorks } from './incubation/area';
import { lendingArea } from './lending/area';
import { loanSettlers } from './lending/settled';
import { loanWorks } from './lending/works';
import type { AnyArea, Areas } from './line/area';
import { makeNoticesArea } from './notices/area';
import { oversightArea } from './oversight/area';
import { peopleArea } from './people/area';
import { policiesArea } from './policies/area';
import { referralArea } from './referral/area';
import { makeRightsArea } from './rights/area';
import { screeningArea } from './screening/area';
import { subsidiesArea } from './subsidies/area';
import { subsidySettlers } from './subsidies/settled';
import { subsidyWorks } from './subsidies/works';
import { trainingArea } from './training/area';

const nouns = {
  people: peopleArea,
  competition: competitionArea,
  entry: entryArea,
  screening: screeningArea,
  awards: awardsArea,
  policies: policiesArea,
  // What areas do with the results of what they had paid: a line a kind of source.
  finance: makeFinanceArea({ ...loanSettlers, ...subsidySettlers }),
  // What areas of kinds do besides, as applications of theirs move: a line a kind.
  benefits: makeBenefitsArea({ ...loanWorks, ...incubationWorks, ...subsidyWorks }),
  lending: lendingArea,
  subsidies: subsidiesArea,
  incubation: incubationArea,
  training: trainingArea,
  referral: referralArea,
  oversight: oversightArea,
} satisfies Omit<Areas<Contract>, 'notices' | 'rights'>;

/** Those that have something of their own, in their line. */
export const areasInLine: readonly AnyArea[] = Object.values(nouns);

/** Areas with what is made of them all: what their readers are shown, and what the ground does for them. */
export function assembleAreas(line: readonly AnyArea[]): readonly AnyArea[] {
  const files = filesGround(line);
  const shown = [...line, makeRightsArea([...line, files, formsGround]), makeNoticesArea(line)];
  return [...shown, files, formsGround];
}

/** Every area of the product; handed to whatever serves, ticks, documents and tests, and known by nobody in core. */
export const areas: readonly AnyArea[] = assembleAreas(areasInLine);
