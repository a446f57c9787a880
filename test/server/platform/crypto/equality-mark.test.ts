import { sql } from 'kysely';
import { demandSameEqualityKey } from '../../../../cloudfunctions/core/platform/crypto/equality-mark';
import { freshServer } from '../../../support/server';

test('a database is opened by the equality key that it was filled under, and by no other', async () => {
  const { db, close } = await freshServer();
  const [one, two] = [1, 2].map((n) => ({ id: 'k1', bytes: Buffer.alloc(32, n) })) as [never, never];
  try {
    await Promise.all([demandSameEqualityKey(db, one), demandSameEqualityKey(db, one)]);
    await demandSameEqualityKey(db, one);
    await expect(demandSameEqualityKey(db, two)).rejects.toThrow('XINGHUO_EQUALITY_KEY');
    await demandSameEqualityKey(db, one);
    await sql`drop table setting`.execute(db);
    await demandSameEqualityKey(db, two);
  } finally {
    await close();
  }
});
