import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';

export type ReferralView = Awaited<ReturnType<typeof api.referral.referral>>;
export type Board = Awaited<ReturnType<typeof api.referral.board>>;
export type Nominee = Awaited<ReturnType<typeof api.referral.nominees>>['items'][number];
export type UpperNotice = NonNullable<Board['notice']>;

export const referralKey = (referralId: string) => ['referral', 'referral', referralId];

export const useReferral = (referralId: string) =>
  useAsk(referralKey(referralId), () => api.referral.referral({ referralId }));
