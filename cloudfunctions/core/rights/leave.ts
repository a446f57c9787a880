import { rightsContract } from '@shared/rights/contract';
import { everWasStaff, holdLeaver } from '../people/queries';
import { audit } from '../platform/audit/audit';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { hindrances, keptOf, type Registry } from './registry';

export const makeLeave = (registry: Registry) => ({
  beforeLeaving: procedure(rightsContract.beforeLeaving, noSubject, async (call) => {
    const kept = await keptOf(call.db, registry, me(call));
    const goesZh: string[] = [];
    for (const { foresees } of registry.personal) if (foresees) goesZh.push(...(await foresees(call, kept.ids)));
    const worked = await everWasStaff(call.db, me(call));
    const stays = registry.personal.flatMap(({ tables }) =>
      tables.flatMap(({ erased }) => ('staysZh' in erased && (worked || !erased.ofStaff) ? [erased.staysZh] : [])),
    );
    return {
      goesZh: [...goesZh, '收到的消息、填写的内容、上传的文件和加密保存的号码'],
      staysZh: [...kept.whyZh, ...new Set(stays)],
      hinderedZh: await hindrances(call, registry),
    };
  }),

  /** Closes the caller's account. Throws Refused RIGHTS_LEAVING_HINDERED with what has to be done before. */
  leave: procedure(rightsContract.leave, noSubject, async (call) => {
    await holdLeaver(call.db, me(call));
    const hindered = await hindrances(call, registry);
    if (hindered.length > 0) throw new Refused('RIGHTS_LEAVING_HINDERED', hindered.join('；'));
    await closeAccount(call, registry);
    return { ok: true as const };
  }),
});

/**
 * Closes the caller's account: what is live ends and nobody can sign in as them from this moment; the rest goes with the worker's next rounds
 * (`eraseAsked`). Whoever asks for it has taken `holdLeaver` before. Their audit stays whole, since it holds ids alone.
 */
export async function closeAccount(call: Call, registry: Registry): Promise<void> {
  const personId = me(call);
  const kept = await keptOf(call.db, registry, personId);
  // Entries before the person who leads them: whoever is told is told by what stands.
  for (const { leaves } of [...registry.personal].reverse()) await leaves?.(call, kept.ids);
  await call.db
    .insertInto('erasure')
    .values({ person_id: personId, asked_at: at(call.now) })
    .onConflict((c) => c.column('person_id').doNothing())
    .execute();
  await audit(call, `person:${personId}`, 'rights/leave');
}
