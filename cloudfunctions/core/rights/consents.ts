import type { ConsentText } from '@shared/forms/consent-text';
import { toShanghai } from '@shared/kernel/shanghai';
import { rightsContract } from '@shared/rights/contract';
import type { ConsentHolder, Consequence } from '../forms/consent-holder';
import { type ConsentRow, endConsents } from '../forms/consents';
import { audit } from '../platform/audit/audit';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { keptOf, type Registry } from './registry';

/** More than anybody gives. */
const most = 200;

type Row = ConsentRow & { subject: string };

const mine = (call: Call) =>
  call.db
    .selectFrom('consent as c')
    .innerJoin('subject as s', 's.id', 'c.subject_id')
    .selectAll('c')
    .select('s.kind as subject')
    .where('c.person_id', '=', me(call));

const nothingKnown: Consequence = { effectsZh: ['记下撤回时间，不再按这项同意处理您的信息'] };

export const makeConsents = (registry: Registry) => {
  const holderOf = (kind: string): ConsentHolder | undefined => registry.holders.find((holder) => holder.kind === kind);

  async function list(call: Call) {
    const rows: Row[] = await mine(call).orderBy('c.given_at', 'desc').orderBy('c.id', 'desc').limit(most).execute();
    const kept = await keptOf(call.db, registry, me(call));
    const titles = new Map<string, string>();
    for (const holder of registry.holders) {
      const ids = rows.filter(({ subject }) => subject === holder.kind).map(({ subject_id }) => subject_id);
      if (ids.length > 0) for (const [id, title] of await holder.titles(call, ids)) titles.set(id, title);
    }
    const consents = [];
    for (const row of rows) {
      const holder = holderOf(row.subject);
      const standing = row.withdrawn_at === null;
      const then: Consequence =
        standing && holder
          ? await holder.foresee(call, row.subject_id, row.kind, kept.ids.has(row.subject_id))
          : nothingKnown;
      const text: Partial<ConsentText> = row.shown ?? {};
      consents.push({
        consentId: row.id,
        zh: text.zh ?? row.kind,
        bodyZh: text.bodyZh ?? '',
        version: row.text_version,
        aboutZh: titles.get(row.subject_id) ?? '',
        receiverZh: text.receiverZh ?? '',
        purposeZh: text.purposeZh ?? '',
        fieldsZh: text.fieldsZh ?? '',
        untilZh: text.untilZh ?? '',
        givenAt: toShanghai(row.given_at),
        withdrawnAt: row.withdrawn_at === null ? null : toShanghai(row.withdrawn_at),
        effectsZh: standing && 'effectsZh' in then ? [...then.effectsZh] : [],
        refusedZh: standing && 'refusedZh' in then ? then.refusedZh : null,
      });
    }
    return { consents };
  }

  return {
    consents: procedure(rightsContract.consents, noSubject, (call) => list(call)),

    /** Ends a consent with all that follows from it. One that has ended already stays as it is. */
    withdrawConsent: procedure(rightsContract.withdrawConsent, noSubject, async (call, { consentId }) => {
      const row = await mine(call).where('c.id', '=', consentId).executeTakeFirst();
      if (!row) throw new Refused('RIGHTS_NO_SUCH_CONSENT');
      if (row.withdrawn_at !== null) return list(call);
      const kept = (await keptOf(call.db, registry, me(call))).ids.has(row.subject_id);
      const holder = holderOf(row.subject);
      if (holder) {
        const then = await holder.foresee(call, row.subject_id, row.kind, kept);
        if ('refusedZh' in then) throw new Refused('RIGHTS_CONSENT_HELD', then.refusedZh);
        await holder.withdraw(call, row.subject_id, { kind: row.kind, zh: row.shown?.zh ?? row.kind }, kept);
      }
      await endConsents(call, row.subject_id, me(call), row.kind);
      await audit(call, `${row.subject}:${row.subject_id}`, 'rights/withdrawConsent', {
        kind: row.kind,
        version: row.text_version,
        personId: me(call),
      });
      return list(call);
    }),
  };
};
