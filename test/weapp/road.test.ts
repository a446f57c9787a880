import { deck, licence, plan } from '../support/acts/entry';
import { walkRoad } from '../support/road';
import { setStage } from './stage';

const stage = setStage();

test('the whole road in WeChat: entered with files from a chat and the album, returned, corrected, approved, the files read by the clerk', async () => {
  const { cloud } = stage;
  await stage.grant('o-clerk', 'regionStaff', '141033');
  const entrant = await stage.phone('o-entrant', { privacy: 'agreed' });
  const clerk = await stage.phone('o-clerk');
  const entryId = await walkRoad({
    db: stage.db,
    entrant: entrant.page,
    clerk: clerk.page,
    clerkName: '微信用户',
    due: cloud.timer,
    pass: async (ms) => cloud.pass(ms),
  });

  await clerk.page.open('staff/review', { entryId });
  await clerk.page.tapEach('open-', '');
  expect((await clerk.shown(4)).map(({ how, fileType, bytes }) => [how, fileType, bytes.length])).toEqual([
    ['openDocument', 'pdf', plan.bytes.length],
    ['openDocument', 'pdf', plan.bytes.length],
    ['previewImage', undefined, licence.bytes.length],
    ['openDocument', 'pptx', deck.bytes.length],
  ]);
  // What phones sent is gone from where phones can write.
  expect(cloud.wechat.storage.paths().filter((path) => !path.startsWith('files/'))).toEqual([]);
});
