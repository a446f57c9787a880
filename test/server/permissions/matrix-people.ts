import { sha256Hex } from '../../../cloudfunctions/core/platform/crypto/hash';
import { scopeColumns } from '../../../cloudfunctions/core/platform/grants';
import { openSession } from '../../../cloudfunctions/core/platform/identity';
import { at } from '../../../cloudfunctions/core/platform/schema';
import type { Grant } from '../../../src/shared/kernel/actor';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import { guarantorHere } from '../../../src/shared/kernel/sample-cast';
import { type CallerKind, callers, here, organisation } from '../../../tools/docs/callers';
import { freshPerson } from '../../support/entry-factory';
import { layIntoInbox } from '../../support/inboxes';
import type { TestServer } from '../../support/server';

export type SignedIn = { personId: string; token: string; inboxItem: string; deviceId: string };
/** A real person with a live session for every kind of caller but the visitor. */
export type People = Record<Exclude<CallerKind, 'visitor'>, SignedIn>;

type Row = Grant & { endsAt?: number; revokedAt?: number };

/** The grants in the database. Those of `revokedStaff` and `endedStaff` are there, and must not count. */
function grantsOf(kind: CallerKind, now: number): readonly Row[] {
  const staff: Grant = { role: 'regionStaff', scope: { kind: 'region', regionId: here } };
  if (kind === 'revokedStaff') return [{ ...staff, revokedAt: now - 1000 }];
  // The end is exclusive: at this very instant the grant is over.
  if (kind === 'endedStaff') return [{ ...staff, endsAt: now }];
  return callers.find((caller) => caller.kind === kind)?.actor?.grants ?? [];
}

/** Makes everybody, each with a message of their own in the inbox. */
export async function makePeople(server: TestServer): Promise<People> {
  const now = server.clock.now();
  const newId = () => makeUuidV7(now, server.home.random(10));
  const made: Partial<People> = {};
  await server.db
    .insertInto('organisation')
    .values([
      { id: organisation, kind: 'bank', name_zh: '本地银行', region_id: here, active: true },
      { id: guarantorHere, kind: 'guarantor', name_zh: '本地担保机构', region_id: here, active: true },
    ])
    .execute();
  for (const { kind, zh } of callers) {
    if (kind === 'visitor') continue;
    const personId = await freshPerson(server, zh);
    for (const { role, scope, endsAt, revokedAt } of grantsOf(kind, now)) {
      await server.db
        .insertInto('role_grant')
        .values({
          id: newId(),
          person_id: personId,
          role,
          ...scopeColumns(scope),
          given_by: null,
          given_at: at(now - 86_400_000),
          ends_at: endsAt === undefined ? null : at(endsAt),
          revoked_at: revokedAt === undefined ? null : at(revokedAt),
        })
        .execute();
    }
    const inboxItem = newId();
    await layIntoInbox(server.db, { id: inboxItem, personId });
    const token = await openSession(server.db, personId, now, server.home.random);
    await openSession(server.db, personId, now, server.home.random);
    const { id: deviceId } = await server.db
      .selectFrom('session')
      .select('id')
      .where('person_id', '=', personId)
      .where('token_hash', '<>', sha256Hex(token))
      .executeTakeFirstOrThrow();
    made[kind] = { personId, token, inboxItem, deviceId };
  }
  return made as People;
}
