import { up } from '../../../../cloudfunctions/core/platform/migrations/0016-screening-reopening-notes';
import { beforeSubjects } from '../../../support/before-subjects';
import { submittedEntry } from '../../../support/entry-factory';
import { claimAs, decideAs } from '../../../support/review-acts';
import { freshServer } from '../../../support/server';

test('why an entry was reopened before stays with staff, as was promised then', async () => {
  const server = await freshServer();
  const { entryId, leader } = await submittedEntry(server);
  const version = await claimAs(server, 'clerk-puxian-1', entryId);
  const { version: rejected } = await decideAs(server, 'clerk-puxian-1', 'reject', {
    entryId,
    version,
    reason: '不符合',
  });
  await server.ask('lead-puxian', 'screening/reopen', { entryId, version: rejected, reason: '内部复核' });
  await beforeSubjects(server.db, () => up(server.db as never));
  const { timeline } = await server.ask<{ timeline: Array<{ zh: string; reason: string | null }> }>(
    leader,
    'entry/status',
    { entryId },
  );
  expect(timeline.slice(-2).map(({ zh, reason }) => [zh, reason])).toEqual([
    ['审核未通过', '不符合'],
    ['重新审核', null],
  ]);
  const { notes } = await server.ask<{ notes: object[] }>('lead-puxian', 'screening/review', { entryId });
  expect(notes).toEqual([
    expect.objectContaining({ byZh: '蒲县审核负责人', at: '2026-11-24T09:00:00+08:00', body: '重新审核：内部复核' }),
  ]);
  await server.close();
});
