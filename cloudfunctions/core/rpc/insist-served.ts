import { formatFullDateZh, shanghaiDate } from '@shared/kernel/shanghai';
import type { Db } from '../platform/db';
import { ahead } from '../platform/pipeline';
import { stoppedOn } from '../platform/retention/closings';
import { Refused } from './refused';

/**
 * Refuses what is new in something that has stopped by its closing's day; the whole service stops everything.
 * @param scopes what it would come into: `module:benefits`, `edition:…`
 * @throws Refused STOPPED
 */
export async function insistServed(db: Db, scopes: readonly string[], now: number): Promise<void> {
  refuse((await asked(scopes, now).execute(db)).rows);
}

/** The same, asked ahead: it travels with what is asked next, and refuses where the answered function is called. */
export async function servedAhead(db: Db, scopes: readonly string[], now: number): Promise<() => Promise<void>> {
  const rows = await ahead(db, asked(scopes, now));
  return async () => refuse(await rows());
}

const asked = (scopes: readonly string[], now: number) => stoppedOn(['service', ...scopes], shanghaiDate(now));

function refuse([stopped]: ReadonlyArray<{ day: string }>): void {
  if (stopped === undefined) return;
  throw new Refused(
    'STOPPED',
    `这项服务自${formatFullDateZh(stopped.day)}起停止，不再接受新的内容。已提交的照常办理，保存和删除的办法请看“个人信息保护说明”`,
  );
}
