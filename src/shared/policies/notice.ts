import { named } from '../entry/notice-phrases';
import type { NoticeOf, PhoneWords } from '../kernel/define-notice';
import { endOfDayExclusive, formatFullDateZh } from '../kernel/shanghai';
import { phoneWords } from '../telling/templates';
import type { EndingFacts, PoliciesEvents, PolicyDraftFacts, PublishedFacts } from './events';

/**
 * Whom a policy is told to. `surely`: of whom it holds and what was before it did not; `perhaps`: of whom only answers stand open that are
 * asked in the application alone. `stillConcerned`: of whom one that ends holds, and who has not applied under it. `winner`: whose award it is. A draft is told to those who may publish it, or to who proposed it; a gap in the library to the city's staff.
 */
export type PoliciesAudiences = {
  surely: PublishedFacts;
  stillConcerned: EndingFacts;
  winner: { personId: string };
  perhaps: PublishedFacts;
  publishers: { proposedBy: string | null };
  proposer: { proposedBy: string | null };
  library: { code: string; parameter: string };
};

export type PoliciesNotice = NoticeOf<PoliciesEvents, PoliciesAudiences>;

/** A policy as the samples of notices tell of it. */
export const samplePolicy: PublishedFacts = {
  policyId: 'sx-startup-subsidy',
  version: 2,
  title: '一次性创业补贴',
  validFrom: '2026-12-01',
  validTo: '2027-11-30',
  amends: 1,
};

/** “一次性创业补贴” */
export const policyZh = ({ title }: Pick<PublishedFacts, 'title'>): string => named({ title });

/** `自2026年12月1日起执行。`, or nothing where no day is written. */
export const sinceZh = ({ validFrom }: Pick<PublishedFacts, 'validFrom'>): string =>
  validFrom === null ? '' : `自${formatFullDateZh(validFrom)}起执行。`;

/** The fields of WeChat's template ask for an end: of a policy without one the inbox alone tells. */
export const policyPhone = (
  { title, validTo }: Pick<PublishedFacts, 'title' | 'validTo'>,
  concerned: string,
): PhoneWords | null =>
  validTo === null ? null : phoneWords('policy', { policy: title, concerned, until: endOfDayExclusive(validTo) });

/** A version that is being written as the samples of notices tell of it. */
export const sampleDraft: PolicyDraftFacts = {
  policyDraftId: '01930000-0000-7000-8000-000000000001',
  title: '定制化创业培训',
  proposedBy: '01930000-0000-7000-8000-000000000002',
};
