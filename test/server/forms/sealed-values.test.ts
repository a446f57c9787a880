import { endConsents, giveConsent, isGiven } from '../../../cloudfunctions/core/forms/consents';
import {
  forgetValues,
  freezeSealed,
  type Owner,
  putSealed,
  unseal,
  unsealFrozen,
} from '../../../cloudfunctions/core/forms/sealed-values';
import { readSnapshot, takeSnapshot } from '../../../cloudfunctions/core/forms/snapshots';
import { open } from '../../../cloudfunctions/core/platform/crypto/seal';
import { at } from '../../../cloudfunctions/core/platform/schema';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
let owner: Owner;
const personId = personaId('entrant-new');
const call = () => makeCall(server.home, server.db, { personId, grants: [] } as never, server.clock.now());
beforeEach(async () => {
  server = await freshServer();
  owner = { kind: 'toy', id: call().newId() };
  await server.db
    .insertInto('subject')
    .values({ id: owner.id, kind: 'toy', created_at: at(server.clock.now()) })
    .execute();
});
afterEach(() => server.close());

const count = async (table: 'sealed_value' | 'snapshot_sealed') =>
  (await server.db.selectFrom(table).select('field').where('subject_id', '=', owner.id).execute()).length;

test('a value of any kind of subject is sealed for its place, frozen for its submission, and forgotten with its copies', async () => {
  const live = await putSealed(call(), owner, 'guarantor.phone', { plain: '19900001234', masked: '199****1234' });
  expect(unseal(call(), owner, 'guarantor.phone', live.sealed)).toBe('19900001234');
  expect(open(live.sealed, server.home.keys, `toy:${owner.id}:guarantor.phone`)).toBe('19900001234');
  expect(() => unseal(call(), { ...owner, kind: 'entry' }, 'guarantor.phone', live.sealed)).toThrow();
  await takeSnapshot(call(), owner.id, { n: 1, reference: 'T-1', data: { parts: [], files: [] } });
  expect(await readSnapshot(call(), owner.id)).toMatchObject({ n: 1, reference: 'T-1', data: { parts: [] } });
  await freezeSealed(call(), owner, 1, [{ field: 'guarantor.phone', ...live }]);
  const [frozen] = await server.db
    .selectFrom('snapshot_sealed')
    .selectAll()
    .where('subject_id', '=', owner.id)
    .execute();
  expect(frozen && unsealFrozen(call(), owner, 1, 'guarantor.phone', frozen)).toBe('19900001234');
  await forgetValues(server.db, [owner.id], 'other.');
  expect([await count('sealed_value'), await count('snapshot_sealed')]).toEqual([1, 1]);
  await forgetValues(server.db, [owner.id]);
  expect([await count('sealed_value'), await count('snapshot_sealed')]).toEqual([0, 0]);
});

test('a person agrees to a text and ends it in any subject; it is closed, never deleted', async () => {
  const text = { kind: 'sensitive', version: '2', zh: '同意处理个人信息', bodyZh: '用于核对资格。', required: true };
  const rows = () => server.db.selectFrom('consent').selectAll().where('subject_id', '=', owner.id).execute();
  await giveConsent(call(), owner.id, text);
  expect([isGiven(await rows(), text), isGiven(await rows(), { ...text, version: '3' })]).toEqual([true, false]);
  await endConsents(call(), owner.id, personId, 'other');
  expect((await rows())[0]?.withdrawn_at).toBeNull();
  await endConsents(call(), owner.id, personId);
  expect((await rows())[0]).toMatchObject({ withdrawn_at: server.clock.now(), shown: text });
});
