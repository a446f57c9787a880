import { formatFullDateZh, shanghaiDate } from '@shared/kernel/shanghai';
import type { Db } from '../platform/db';
import { stoppedOn } from '../platform/retention/closings';
import { Refused } from './refused';

/**
 * Refuses what is new in something that has stopped by its closing's day; the whole service stops everything.
 * @param scopes what it would come into: `module:benefits`, `edition:…`
 * @throws Refused STOPPED
 */
export async function insistServed(db: Db, scopes: readonly string[], now: number): Promise<void> {
  const day = await stoppedOn(db, ['service', ...scopes], shanghaiDate(now));
  if (day === null) return;
  throw new Refused(
    'STOPPED',
    `这项服务自${formatFullDateZh(day)}起停止，不再接受新的内容。已提交的照常办理，保存和删除的办法请看“个人信息保护说明”`,
  );
}
