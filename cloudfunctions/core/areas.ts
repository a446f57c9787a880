import type { Contract } from '@shared/contract';
import { awardsArea } from './awards/area';
import { competitionArea } from './competition/area';
import { entryArea } from './entry/area';
import { filesGround } from './files/area';
import { formsGround } from './forms/area';
import { makeNoticesArea } from './notices/area';
import { oversightArea } from './oversight/area';
import { peopleArea } from './people/area';
import { policiesArea } from './policies/area';
import type { AnyArea, Areas } from './rpc/area';
import { screeningArea } from './screening/area';

const nouns = {
  people: peopleArea,
  competition: competitionArea,
  entry: entryArea,
  screening: screeningArea,
  awards: awardsArea,
  policies: policiesArea,
  oversight: oversightArea,
};

const everyArea = { ...nouns, notices: makeNoticesArea(Object.values(nouns)) } satisfies Areas<Contract>;

const inLine: readonly AnyArea[] = Object.values(everyArea);

/**
 * Every area of the product, in its line, and what the ground does for them; handed to whatever serves, ticks, documents and tests, and known by
 * nobody in core.
 */
export const areas: readonly AnyArea[] = [...inLine, filesGround(inLine), formsGround];
