import { toShanghai } from '@shared/kernel/shanghai';
import { type Receiver, receivers, receiverZh, referralConsents } from '@shared/referral/consents';
import { referralLifecycle } from '@shared/referral/lifecycle';
import { sql } from 'kysely';
import { isGiven } from '../../forms/consents';
import type { Call } from '../../rpc/call';
import { consentsOf } from '../decide';
import type { Referral } from '../subjects';

/** What may go up: who is recommended, or was taken. */
export const isPackable = ({ state }: Referral): boolean => referralLifecycle.states[state].tone === 'pass';

type Record = {
  at: number;
  byZh: string;
  receiver: Receiver;
  sha256: string | null;
  files: Array<{ name: string; sha256: string }>;
};

/** To whom a pack may go, and every one that was made. */
export async function packsOf(call: Call, referral: Referral) {
  const [consents, { rows }] = await Promise.all([
    consentsOf(call, referral),
    sql<Record>`select p.made_at as at, w.display_name as "byZh", p.receiver, p.sha256, p.contents as files
      from referral_pack p join person w on w.id = p.made_by
      where p.referral_id = ${referral.referralId} order by p.made_at desc, p.upload_id desc limit 50`.execute(call.db),
  ]);
  const agrees = (code: Receiver) =>
    referralConsents.some((text) => text.kind === `referral.${code}` && isGiven(consents, text));
  return {
    receivers: receivers.map(({ code, zh }) => ({
      code,
      zh,
      closed: !isPackable(referral) ? '推荐以后才能导出' : agrees(code) ? null : '本人没有同意向这个单位报送',
    })),
    exports: rows.map(({ at, receiver, ...row }) => ({
      ...row,
      at: toShanghai(at),
      receiverZh: receiverZh(receiver),
    })),
  };
}
