import { formatFullDateZh } from '../kernel/shanghai';

/** The day by which an edition reckons ages and years, as people are told it: `基准日2026年11月1日（年龄、注册年限算到这一天）`. */
export const cutoffWords = (cutoffDate: string): string =>
  `基准日${formatFullDateZh(cutoffDate)}（年龄、注册年限算到这一天）`;
