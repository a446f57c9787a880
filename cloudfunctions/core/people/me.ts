import { placeOf, roleZh } from '@shared/kernel/actor';
import { maskPhone } from '@shared/kernel/phone';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { peopleContract } from '@shared/people/contract';
import { sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import { seal } from '../platform/crypto/seal';
import { isLive } from '../platform/grants';
import { type Call, me as myId } from '../rpc/call';
import { askingProcedure, noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { unreadOf } from '../telling/inbox';
import { judgeName } from './content/judge-name';
import type { TextVerdict } from './content/judge-text';
import { dropName, holdName } from './content/name-checks';
import { phonePlace } from './phone-place';

type Row = {
  display_name: string;
  phone_masked: string | null;
  elder_mode: boolean;
  unread: number;
  shut: boolean;
  held_name: string | null;
  held_why: string | null;
  /** Region or organisation → its name. */
  names: Record<string, string> | null;
  /** When grants end by themselves, by role and place; in epoch milliseconds. */
  ends: Record<string, number> | null;
};

const placeKey = (role: string, place: string | null): string => `${role} ${place ?? ''}`;

/** Whether this browser's session lacks grants that the person `p` has, because of where it stands. */
const heldBack = (
  call: Call,
) => sql<boolean>`(exists (select from role_grant g where g.person_id = p.id and ${isLive(call.now)})
  and exists (select from session s where s.token_hash = ${call.session} and s.kind <> 'phone'))`;

async function present(call: Call) {
  const personId = myId(call);
  const grants = call.actor?.grants ?? [];
  const places = grants.flatMap(({ scope }) => placeOf(scope) ?? []);
  const { rows } = await sql<Row>`select p.display_name, p.phone_masked, p.elder_mode,
      ${unreadOf(sql.ref<string>('p.id'))} as unread,
      n.name as held_name, n.why as held_why,
      ${call.outside ? heldBack(call) : sql`false`} as shut,
      (select json_object_agg(place.id, place.name_zh) from (select r.id, r.name_zh from region r
        union all select o.id::text, o.name_zh from organisation o) place where place.id = any(${places})) as names,
      (select json_object_agg(g.role || ' ' || coalesce(g.region_id, g.organisation_id::text, ''),
          (extract(epoch from g.ends_at) * 1000)::bigint)
        from role_grant g where g.person_id = p.id and g.ends_at is not null and ${isLive(call.now)}) as ends
    from person p left join name_check n on n.person_id = p.id where p.id = ${personId}`.execute(call.db);
  const row = rows[0];
  if (!row) throw new Error('an actor without a person');
  return {
    personId,
    displayName: row.display_name,
    phoneMasked: row.phone_masked,
    elderMode: row.elder_mode,
    unread: row.unread,
    ...(row.held_name !== null && { nameHeld: { name: row.held_name, why: row.held_why } }),
    ...(row.shut && { staffShut: true as const }),
    grants: grants.map((grant) => {
      const place = placeOf(grant.scope);
      const ends = row.ends?.[placeKey(grant.role, place)];
      return {
        ...grant,
        roleZh: roleZh[grant.role],
        scopeZh: place === null ? '全市' : (row.names?.[place] ?? ''),
        ...(ends !== undefined && { endsAt: toShanghai(ends) }),
      };
    }),
  };
}

export const me = procedure(peopleContract.me, noSubject, (call) => present(call));

/** A name is judged before the transaction: refused beside its field, taken, or held while the one before stands. */
export const updateSettings = askingProcedure(
  peopleContract.updateSettings,
  noSubject,
  async (outside, { displayName }, personId): Promise<TextVerdict> => {
    if (displayName === undefined) return { kind: 'taken' };
    return personId === null ? { kind: 'later', code: null } : judgeName(outside, personId, displayName);
  },
  async (call, { elderMode, displayName }, _subject, verdict) => {
    if (verdict.kind === 'refused') throw new Refused('PEOPLE_NAME_UNFIT', undefined, { displayName: verdict.why });
    const personId = myId(call);
    const taken = displayName !== undefined && verdict.kind === 'taken';
    const changes = {
      ...(elderMode !== undefined && { elder_mode: elderMode }),
      ...(taken && { display_name: displayName }),
    };
    if (displayName !== undefined && verdict.kind !== 'taken')
      await holdName(call.db, personId, displayName, verdict, call.now);
    if (taken) await dropName(call.db, personId);
    if (Object.keys(changes).length > 0)
      await call.db.updateTable('person').set(changes).where('id', '=', personId).execute();
    if (elderMode !== undefined || displayName !== undefined) {
      const fields = [
        ...(elderMode === undefined ? [] : ['elder_mode']),
        ...(displayName === undefined ? [] : ['display_name']),
      ];
      await audit(call, `person:${personId}`, 'people/updateSettings', { fields });
    }
    return present(call);
  },
);

/** The number that WeChat vouches for, sealed; it never decides eligibility (platform, compliance). */
export const bindPhone = askingProcedure(
  peopleContract.bindPhone,
  noSubject,
  async (outside, { code }) => (await outside.wechat?.phoneOf(code)) ?? null,
  async (call, _input, _subject, phone) => {
    if (phone === null) throw new Refused('PEOPLE_WECHAT_REFUSED');
    const personId = myId(call);
    await call.db
      .updateTable('person')
      .set({
        phone_sealed: seal(phone, call.home.keys[0], phonePlace(personId)),
        phone_masked: maskPhone(phone),
        last_used_on: shanghaiDate(call.now),
      })
      .where('id', '=', personId)
      .execute();
    await audit(call, `person:${personId}`, 'people/bindPhone', { fields: ['phone'] });
    return present(call);
  },
);
