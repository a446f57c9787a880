import { filledDraft, save } from '../../support/entry-factory';
import { claimAs, decideAs, moveAs, readAll, returnAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const clerk = 'clerk-puxian-1';
// 1 December, the fifth working day after 24 November, ends then.
const lastInstant = Date.UTC(2026, 11, 1, 16);

test('the term of a correction lasts while the team can still correct, and is gone with the decision', async () => {
  const { entryId, leader } = await filledDraft(server);
  const term = async () => {
    const row = await server.db
      .selectFrom('entry')
      .select(['state', 'version', 'correction_due_at'])
      .where('id', '=', entryId)
      .executeTakeFirstOrThrow();
    return {
      ...row,
      move: (as: string, path: string, more = {}) =>
        moveAs(server, as, path, { entryId, version: row.version, ...more }),
    };
  };
  const stands = async () => {
    const { state, correction_due_at } = await term();
    return [state, correction_due_at];
  };
  await (await term()).move(leader, 'entry/submit');
  expect(await stands()).toEqual(['submitted', null]);
  await returnAs(server, clerk, entryId, { jobs: { comment: '请写明依据' } });
  expect(await stands()).toEqual(['returned', lastInstant]);
  await save(server, { entryId, leader }, 'jobs', 1, {
    direct: 7,
    directBasis: '已签 7 份合同',
    indirect: 0,
    indirectBasis: '',
    insured: 0,
  });
  await (await term()).move(leader, 'entry/resubmit');
  await (await term()).move(leader, 'entry/recall');
  expect(await stands()).toEqual(['returned', lastInstant]);
  await (await term()).move(leader, 'entry/resubmit');
  await claimAs(server, clerk, entryId);
  await (await term()).move(clerk, 'screening/release');
  expect(await stands()).toEqual(['resubmitted', lastInstant]);
  await claimAs(server, clerk, entryId);
  expect(await stands()).toEqual(['under_review', lastInstant]);
  await readAll(server, clerk, entryId);
  await (await term()).move(clerk, 'screening/approve');
  expect(await stands()).toEqual(['qualified', null]);
  await (await term()).move('lead-puxian', 'screening/reopen', { reason: '材料有误' });
  expect(await stands()).toEqual(['under_review', null]);
});

test('a transfer changes the track that the form names once, and nothing where the track stays', async () => {
  const { entryId, leader } = await filledDraft(server);
  await server.ask(leader, 'entry/submit', { entryId, version: 1 });
  const form = () =>
    server.db
      .selectFrom('section')
      .select(['version', 'data'])
      .where('subject_id', '=', entryId)
      .where('section', '=', 'project')
      .executeTakeFirstOrThrow();
  const before = await form();
  const version = await claimAs(server, clerk, entryId);
  await decideAs(server, clerk, 'transfer', {
    entryId,
    version,
    toContestId: 'LF-XH-2026-141002',
    trackCode: 'rural_revitalisation',
    reason: '注册地在尧都区',
  });
  expect(await form()).toEqual(before);
  const again = await claimAs(server, 'clerk-yaodu', entryId);
  await decideAs(server, 'clerk-yaodu', 'transfer', {
    entryId,
    version: again,
    toContestId: 'LF-XH-2026-LFEDZ',
    trackCode: 'micro_audiovisual',
    reason: '在开发区经营',
  });
  expect(await form()).toEqual({
    version: before.version + 1,
    data: { ...(before.data as object), trackCode: 'micro_audiovisual' },
  });
});
