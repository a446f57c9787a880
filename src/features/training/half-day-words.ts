import * as halfDay from '@shared/training/half-day';
import { serverNow } from '../../client/server-clock';

/** A half-day as it is read now: `12月7日（周一）上午`; one of another year says its year. */
export const halfDayZh = (one: Pick<halfDay.HalfDay, 'day' | 'half'>): string => halfDay.halfDayZh(one, serverNow());
