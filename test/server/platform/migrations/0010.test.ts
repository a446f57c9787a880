import { sql } from 'kysely';
import { up } from '../../../../cloudfunctions/core/platform/migrations/0010-entry-frozen-values';
import { at } from '../../../../cloudfunctions/core/platform/schema';
import { beforeSubjects } from '../../../support/before-subjects';
import { submittedEntry } from '../../../support/entry-factory';
import { returnAs } from '../../../support/review-acts';
import { freshServer } from '../../../support/server';

test('submissions of before keep the sealed values that still stand, and lists say what was submitted', async () => {
  const server = await freshServer();
  const { db } = server;
  const recalled = await submittedEntry(server, { group: 'start_up' });
  await server.ask(recalled.leader, 'entry/recall', { entryId: recalled.entryId, version: recalled.version });
  server.clock.pass(1000);
  const corrected = await submittedEntry(server);
  await returnAs(server, 'clerk-puxian-1', corrected.entryId, { project: { comment: '请写明产品' } });
  // As it was before: typed and not submitted, and yet in the lists.
  await db
    .updateTable('entry')
    .set({ title: '没有提交的名称', track_code: 'modern_services' })
    .where('id', '=', corrected.entryId)
    .execute();
  await db
    .updateTable('sealed_value')
    .set({ set_at: at(server.clock.now() + 60_000) })
    .where('subject_id', '=', corrected.entryId)
    .where('field', '=', 'leader.phone')
    .execute();
  const countsOf = () =>
    sql<{ track_code: string; n: number }>`select track_code, sum(delta)::int as n from entry_count
      where state = 'returned' group by 1 having sum(delta) <> 0 order by 1`.execute(db);
  await sql`insert into entry_count (contest_id, state, track_code, delta)
    select contest_id, 'returned', x.code, x.delta from entry
    cross join (values ('rural_revitalisation', -1), ('modern_services', 1)) x (code, delta) where id = ${corrected.entryId}`.execute(
    db,
  );

  await beforeSubjects(db, async () => {
    await sql`drop table entry_snapshot_sealed, sealed_opening`.execute(db);
    await sql`alter table entry drop column recalled_at, drop column sent_uscc`.execute(db);
    await sql`alter table team_invitation drop column made_by_key`.execute(db);
    await sql`drop index entry_member_ever`.execute(db);
    await sql`create index entry_section_uscc on entry_section ((data ->> 'uscc')) where section = 'entity'`.execute(
      db,
    );
    await up(db as never);
  });

  const frozen = await db
    .selectFrom('snapshot_sealed')
    .select(['subject_id', 'field', 'carried'])
    .orderBy('field')
    .execute();
  expect(frozen).toEqual(
    expect.arrayContaining([
      { subject_id: corrected.entryId, field: 'leader.idNumber', carried: true },
      { subject_id: recalled.entryId, field: 'leader.idNumber', carried: true },
      { subject_id: recalled.entryId, field: 'leader.phone', carried: true },
    ]),
  );
  expect(frozen).toHaveLength(3);
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'title', 'track_code', 'recalled_at', 'sent_uscc'])
    .where('id', 'in', [recalled.entryId, corrected.entryId])
    .orderBy('id')
    .execute();
  expect(rows).toEqual([
    expect.objectContaining({
      id: recalled.entryId,
      recalled_at: server.clock.now() - 1000,
      sent_uscc: expect.stringMatching(/^91141033MA0\d{6}.$/),
    }),
    {
      id: corrected.entryId,
      title: '蒲县山货直供',
      track_code: 'rural_revitalisation',
      recalled_at: null,
      sent_uscc: null,
    },
  ]);
  expect((await countsOf()).rows).toEqual([{ track_code: 'rural_revitalisation', n: 1 }]);
  await server.close();
});
