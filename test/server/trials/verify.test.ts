import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { filledDraft } from '../../support/entry-factory';
import { freshServer, type TestServer } from '../../support/server';
import { type Ledger, openLedger } from '../../trials/ledger';
import { verify } from '../../trials/verify';

let server: TestServer;
let ledger: Ledger;
let entryId: string;

beforeEach(async () => {
  server = await freshServer();
  const draft = await filledDraft(server);
  entryId = draft.entryId;
  await server.ask(draft.leader, 'entry/submit', { entryId, version: 1 }, 'trial-submit');
  await makeTick(server.home, areas, { name: null })();
  const { id, sha256 } = await server.db.selectFrom('upload').select(['id', 'sha256']).executeTakeFirstOrThrow();
  ledger = openLedger();
  ledger.acts.push({ personId: draft.leader, key: 'trial-submit', path: 'entry/submit' });
  ledger.starts.push({ personId: draft.leader, entryId });
  ledger.saves.set(`${entryId}/jobs`, { version: 1, data: { direct: 6 } });
  ledger.moves.push({ entryId, move: 'submit', version: 2 });
  ledger.files.push({ uploadId: id, sha256: sha256 ?? '' });
});
afterEach(() => server.close());

const look = async () => {
  const { lost, twice, broken } = await verify(server.db, server.home.storage, server.home.auditKeys, ledger);
  return { lost, twice, broken };
};

test('what was acknowledged and stands once passes', async () => {
  expect(await look()).toEqual({ lost: [], twice: [], broken: [] });
});

test('whatever is missing is told as lost', async () => {
  await sql`delete from done_once where key = 'trial-submit'`.execute(server.db);
  await sql`update section set data = '{}' where section = 'jobs'`.execute(server.db);
  await sql`delete from delivery`.execute(server.db);
  await sql`update upload set sha256 = ${'0'.repeat(64)}`.execute(server.db);
  ledger.moves.push({ entryId, move: 'claim', version: 3 });
  const { lost } = await look();
  expect(lost).toEqual([
    'entry/submit under its key',
    `section ${entryId}/jobs version 1`,
    `claim of ${entryId} as version 3`,
    '1 leaders who were not told',
    expect.stringMatching(/^upload /),
    expect.stringMatching(/^the bytes of upload /),
  ]);
});

test('whatever stands too often is told as done twice, and what does not fit together as broken', async () => {
  await sql`update section set version = 2 where section = 'jobs'`.execute(server.db);
  await sql`insert into move (subject_id, n, move, from_state, to_state, at, details)
    select subject_id, 4, move, 'draft', to_state, at, details from move`.execute(server.db);
  await sql`insert into outbox (id, event, subject, payload, created_at, delivered_at)
    select gen_random_uuid(), event, subject, payload, created_at, delivered_at from outbox, generate_series(1, 2)`.execute(
    server.db,
  );
  await sql`insert into entry_count select contest_id, state, track_code, 1 from entry`.execute(server.db);
  await sql`update audit set act = 'entry/recall' where act = 'entry/submit'`.execute(server.db);
  const { twice, broken } = await look();
  expect(twice).toEqual([
    `section ${entryId}/jobs: version 2 instead of 1`,
    `submit ${entryId} 4, which nobody was told of`,
    '1 events beyond the moves',
  ]);
  expect(broken).toEqual([
    '1 moves with a gap',
    '1 moves from another state',
    '1 entries apart from their last move',
    '1 counts apart from the entries',
    '2 moves without their one audit row',
    '1 submissions without their one snapshot',
    expect.stringMatching(/^audit entry:/),
  ]);
});
