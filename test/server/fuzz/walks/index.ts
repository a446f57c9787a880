import type { CallersWorld } from '../../permissions/callers-world';
import type { Stage } from '../stage';
import type { NounWalk } from '../walk-noun';
import { applicationWalks } from './applications';
import { awardWalks } from './awards';
import { referralWalk } from './referral';
import { trainingWalks } from './training';

/** Every noun that is walked from its beginning, by its name. */
export const walksOf = (stage: Stage, world: CallersWorld): Readonly<Record<string, NounWalk>> =>
  Object.fromEntries(
    [
      ...applicationWalks(stage, world),
      ...awardWalks(stage, world),
      ...trainingWalks(stage, world),
      referralWalk(stage, world),
    ].map((walk) => [walk.lifecycle.name, walk]),
  );
