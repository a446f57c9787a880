import { readKeys } from '../../cloudfunctions/core/platform/crypto/keys';
import { walkRoad } from '../support/road';
import { dataKey } from './cloud/cloud';
import { readFiles, roadFiles } from './read-files';
import { setStage } from './stage';

const stage = setStage();

test('the whole road in WeChat: entered with files from a chat and the album, returned, corrected, approved, told of on the phone, the files read by the clerk', async () => {
  const { cloud } = stage;
  await stage.grant('o-clerk', 'regionStaff', '141033');
  const entrant = await stage.phone('o-entrant', { privacy: 'agreed' });
  const clerk = await stage.phone('o-clerk');
  entrant.agree(true);
  const entryId = await walkRoad({
    db: stage.db,
    auditKeys: readKeys({ XINGHUO_DATA_KEY: dataKey }, { mode: 'production', dataFolder: '' }).auditKeys,
    entrant: entrant.page,
    clerk: clerk.page,
    clerkName: '微信用户',
    due: cloud.timer,
    pass: async (ms) => cloud.pass(ms),
  });

  expect(await readFiles(clerk, entryId)).toEqual(roadFiles);
  // Asked inside the taps of both submissions, for a result and a correction, and between them as the message of the one that came is opened.
  const both = ['tmpl-result', 'tmpl-correction'];
  expect([...entrant.subscribed()]).toEqual([...both, 'tmpl-correction', ...both]);
  expect(cloud.wechat.reminded.map(({ to, template, page }) => [to, template, page])).toEqual([
    ['o-entrant', 'tmpl-correction', `packages/entry/entry/index?entryId=${entryId}`],
    ['o-entrant', 'tmpl-result', `packages/entry/status/index?entryId=${entryId}`],
  ]);
  // What phones sent is gone from where phones can write; the day's seal of the audit lies beside the files.
  expect(cloud.wechat.storage.paths().filter((path) => !path.startsWith('files/'))).toEqual([
    'audit-seals/2026-11-24.json',
  ]);
});
