import { percentZh } from '@shared/policies/benefits';
import type { ReferralView } from './referral-view';

/** Where an entry came in its own field, in one line. */
export const percentileZh = (percentile: ReferralView['percentile']): string =>
  percentile === null
    ? '没有名次记录'
    : [
        `百分位 ${percentZh(percentile.bp)}，${percentile.n} 个中第 ${percentile.rank}`,
        ...(percentile.small ? ['不足 5 个，不按百分位比较'] : []),
        ...(percentile.synthetic ? ['演示名次'] : []),
      ].join('，');
