import { type Refusal, refuse } from '../kernel/result';
import { type PolicyVersion, standingOn } from './policy';

/** How a version stands with its documents: without an official one, put together from what was reprinted, or confirmed by an official. */
export type PolicyMark = 'demonstration' | 'unverified' | 'confirmed';

export const policyMarkZh: Readonly<Record<PolicyMark, string>> = {
  demonstration: '演示',
  unverified: '待核对',
  confirmed: '已核定',
};

/** @param published an official published it in the app; what comes with the product nobody did */
export function markOf({
  demonstration,
  confirmedDocNo,
  published,
}: {
  demonstration: boolean;
  confirmedDocNo: string | null;
  published: boolean;
}): PolicyMark {
  if (confirmedDocNo !== null) return 'confirmed';
  if (demonstration) return 'demonstration';
  return published ? 'confirmed' : 'unverified';
}

/** What decides whether a version takes applications. */
export type OpenedVersion = Pick<PolicyVersion, 'effectiveFrom' | 'effectiveTo'> & {
  demonstration: boolean;
  /** The document by which an official confirmed a demonstration; null: nobody has. */
  confirmedDocNo: string | null;
};

/**
 * Whether a version of a policy takes applications on a day. Past its last day none; a demonstration opens in production only once an official
 * confirmed it with a document's number.
 * @param today `YYYY-MM-DD` in Shanghai
 */
export function opensFor(version: OpenedVersion, today: string, mode: 'demo' | 'production'): { ok: true } | Refusal {
  const standing = standingOn(version, today);
  if (standing === 'expired') return refuse('POLICIES_EXPIRED', '政策已到期，不再受理，请咨询本县（市、区）人社部门');
  if (standing === 'notYet') return refuse('POLICIES_NOT_YET', '政策还没有开始执行，现在不能申请');
  if (mode === 'production' && version.demonstration && version.confirmedDocNo === null) {
    return refuse('POLICIES_NOT_CONFIRMED', '政策待主办单位核定文号，现在不能申请');
  }
  return { ok: true };
}
