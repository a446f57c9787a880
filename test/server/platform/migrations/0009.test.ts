import { sql } from 'kysely';
import { up } from '../../../../cloudfunctions/core/platform/migrations/0009-entry-plain-codes';
import { beforeSubjects } from '../../../support/before-subjects';
import { filledDraft } from '../../../support/entry-factory';
import { freshServer } from '../../../support/server';

test('codes that were kept as typed become plain; what is no code stays', async () => {
  const server = await freshServer();
  const kept = async (typed: string) => {
    const { entryId } = await filledDraft(server, { group: 'start_up' });
    const of = sql`section where subject_id = ${entryId} and section = 'entity'`;
    await sql`update section set data = jsonb_set(data, '{uscc}', to_jsonb(${typed}::text))
      where subject_id = ${entryId} and section = 'entity'`.execute(server.db);
    await beforeSubjects(server.db, () => up(server.db as never));
    const { rows } = await sql<{ uscc: string }>`select data ->> 'uscc' as uscc from ${of}`.execute(server.db);
    return rows[0]?.uscc;
  };
  expect(await kept('91350100 m000100y43')).toBe('91350100M000100Y43');
  expect(await kept('９１３５０１００Ｍ０００１００Ｙ４３')).toBe('91350100M000100Y43');
  expect(await kept('91350100M000100Y43')).toBe('91350100M000100Y43');
  expect(await kept('还没有办')).toBe('还没有办');
  await server.close();
});
