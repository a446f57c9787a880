import { sql } from 'kysely';
import { up } from '../../../../cloudfunctions/core/platform/migrations/0027-competition-phases-as-data';
import { freshServer } from '../../../support/server';

test('editions of before name the phases that stood in code, and keep all else of their frame', async () => {
  const server = await freshServer();
  const frames = async () => await server.db.selectFrom('edition').select(['id', 'blueprint']).orderBy('id').execute();
  const before = await frames();
  await sql`update edition set blueprint = blueprint - 'phases'`.execute(server.db);
  await sql`delete from phase where kind not in ('signUp', 'screening')`.execute(server.db);
  await sql`alter table phase add constraint phase_kind_check check (kind in ('signUp', 'screening'))`.execute(
    server.db,
  );
  await sql`alter table track add constraint track_kind_check check (kind in ('common', 'region'))`.execute(server.db);
  await up(server.db as never);
  // Their windows came later, with the blueprints that were drafted in the app.
  const named = [
    { code: 'signUp', zh: '报名' },
    { code: 'screening', zh: '资格审核' },
  ];
  expect(await frames()).toEqual(
    before.map((edition) => ({ ...edition, blueprint: { ...edition.blueprint, phases: named } })),
  );
  await server.close();
});
