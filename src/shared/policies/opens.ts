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
export type OpenedVersion = Pick<PolicyVersion, 'effectiveFrom' | 'effectiveTo'> & { mark: PolicyMark };

const closedZh = {
  expired: '政策已到期，不再受理，请咨询本县（市、区）人社部门',
  notYet: '政策还没有开始执行，现在不能申请',
  unconfirmed: '政策待主办单位核定文号，现在不能申请',
} as const;

export type Opens = { ok: true } | { ok: false; closed: keyof typeof closedZh; message: string };

const shut = (closed: keyof typeof closedZh): Opens => ({ ok: false, closed, message: closedZh[closed] });

/**
 * Whether a version of a policy takes applications on a day, and why not. Past its last day none; a demonstration opens in production only once
 * an official confirmed it with a document's number.
 * @param today `YYYY-MM-DD` in Shanghai
 */
export function opensFor(version: OpenedVersion, today: string, mode: 'demo' | 'production'): Opens {
  const standing = standingOn(version, today);
  if (standing !== 'inForce') return shut(standing);
  return mode === 'production' && version.mark === 'demonstration' ? shut('unconfirmed') : { ok: true };
}
