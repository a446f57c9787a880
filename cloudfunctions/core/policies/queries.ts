/** What areas after this one may ask of policies. */
export type { Known } from '@shared/policies/known';
export { type Version, versionsOn } from './answers/versions';
export { knownFactsOf, knownFactsOfMany } from './facts/fact-rows';
