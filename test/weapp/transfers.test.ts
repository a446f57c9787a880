import { link } from '../../src/shared/routes';
import { film, licence, plan, upload } from '../support/acts/entry';
import { beginDraft } from '../support/entry-factory';
import { makeExe } from '../support/sample-files/hostile';
import { makeMp4 } from '../support/sample-files/mp4';
import { makeJpg } from '../support/sample-files/picture';
import { settles } from '../support/settles';
import type { MiniProgram, Opening } from './host/open';
import { pictureSize } from './host/picture-size';
import { setStage } from './stage';

const stage = setStage();

/** Somebody with a begun entry, on the page of its documents. */
async function atMaterials(openid: string, opening: Partial<Opening> = {}): Promise<MiniProgram> {
  const entryId = await beginDraft(stage.home.server, await stage.cloud.personOf(openid));
  return stage.phone(openid, { privacy: 'agreed', start: link('entry/materials', { entryId }), ...opening });
}

/** Until the server has it and its timer is awaited; the page says 检查中 a moment earlier. */
async function waits(page: MiniProgram['page']): Promise<void> {
  await page.reads('slot-business_plan', '检查中');
  await page.gone('transfer-business_plan');
}

const openings = async () =>
  (await stage.db.selectFrom('audit').select('n').where('act', '=', 'entry/openMaterial').execute()).length;
const uploads = () => stage.db.selectFrom('upload').select(['slot', 'state', 'name', 'kind']).orderBy('id').execute();

test('a transfer shows how far it is and can be given up; nothing of it stays', async () => {
  const { page, slow } = await atMaterials('o-patient');
  slow(true);
  await page.attach('pick-business_plan', plan);
  await page.reads('transfer-business_plan', '30%');
  await page.tap('cancel-business_plan');
  await page.gone('transfer-business_plan');
  await page.reads('pick-business_plan', '选择文件');
  slow(false);
  // The server is told while the page already shows an empty slot.
  const given = await settles(uploads, ([first]) => first?.state !== 'sending');
  expect(given).toEqual([{ slot: 'business_plan', state: 'cancelled', name: plan.name, kind: null }]);
});

test('a transfer that the network breaks off is sent again as it is, checked by the timer, and counts once', async () => {
  const before = (await uploads()).length;
  const { page, slow, network } = await atMaterials('o-tunnel');
  slow(true);
  await page.attach('pick-business_plan', plan);
  await page.reads('transfer-business_plan', '30%');
  await network(false);
  slow(false);
  await page.reads('refusal-business_plan', '网络不通');
  await network(true);
  await page.tap('retry-business_plan');
  await waits(page);
  await stage.cloud.timer();
  await page.reads('state-business_plan', '已收到');
  expect((await uploads()).slice(before).map(({ state, kind }) => [state, kind])).toEqual([
    ['cancelled', null],
    ['accepted', 'pdf'],
  ]);
});

test('a program under the name of a document is refused in words, and a right one then stands in its place', async () => {
  const { page } = await atMaterials('o-renamed');
  await page.attach('pick-business_plan', { name: '改了名的程序.pdf', bytes: makeExe() });
  await waits(page);
  await stage.cloud.timer();
  await page.reads('refusal-business_plan', '里面其实是');
  await upload(page, 'business_plan', plan, stage.cloud.timer);
});

test('a film from the camera is named and sent as one, and plays in the viewer for films; a picture of a paper is taken too', async () => {
  const { page, shown } = await atMaterials('o-film');
  await page.tap('pick-video');
  await page.sees('从相册选', '拍视频', '微信聊天文件');
  await page.pickRow(null);
  await upload(page, 'video', film, stage.cloud.timer, 'camera');
  await page.reads('slot-video', '视频-1124-');
  await upload(page, 'licence', licence, stage.cloud.timer, 'camera');
  await page.reads('slot-licence', '照片-1124-');
  await page.tap('open-video');
  const [seen] = await shown(1);
  expect([seen?.how, seen?.fileType, seen?.bytes.equals(film.bytes)]).toEqual(['previewMedia', 'video', true]);
});

test('a photo with more pixels than a page of print needs is made smaller by WeChat before it is sent, and that is said', async () => {
  const sent: Buffer[] = [];
  const behind = stage.cloud.behind('o-large-photo');
  const { page } = await atMaterials('o-large-photo', {
    behind: {
      ...behind,
      uploadFile(path, file) {
        sent.push(file.bytes);
        return behind.uploadFile(path, file);
      },
    },
  });
  await upload(page, 'licence', { name: 'IMG_1.jpg', bytes: makeJpg(6000, 8000) }, stage.cloud.timer, 'album');
  await page.sees('照片较大，已缩小到');
  expect(sent.map(pictureSize)).toEqual([{ width: 3000, height: 4000 }]);
});

test('a HEIC photo becomes a JPEG where WeChat can read it; where it cannot, the way out is told and nothing is sent', async () => {
  const before = (await uploads()).length;
  const heic = { name: 'IMG_2.HEIC', bytes: makeMp4({ brand: 'heic' }) };
  const { page, learnHeic } = await atMaterials('o-heic');
  await page.attach('pick-licence', heic, 'chat');
  await page.reads('unchosen-licence', '选“兼容性最佳”后重新拍摄');
  expect(await uploads()).toHaveLength(before);
  learnHeic();
  await page.attach('pick-licence', heic, 'chat');
  await page.sees('照片已转成 JPG 格式');
  // The transfer begins after the photo was made ready; gone is only what was there.
  await page.reads('slot-licence', 'IMG_2.jpg');
  await page.gone('transfer-licence');
  await stage.cloud.timer();
  await page.reads('slot-licence', '已收到');
  expect((await uploads()).slice(before).map(({ name, kind }) => [name, kind])).toEqual([['IMG_2.jpg', 'jpg']]);
});

test('on a computer, where WeChat plays no film, it plays on a page of our own', async () => {
  const phone = await atMaterials('o-film-computer', { platform: 'windows' });
  await upload(phone.page, 'video', film, stage.cloud.timer, 'album');
  await phone.page.tap('open-video');
  await phone.page.arrives('open/film');
  const [seen] = await phone.shown(1);
  expect([seen?.how, seen?.bytes.equals(film.bytes)]).toEqual(['video', true]);
  await phone.page.back();
  await phone.page.arrives('entry/materials');
});

test.each([
  ['wechat', '小程序的设置'],
  ['system', '手机的系统设置'],
] as const)(
  'an album that is refused by %s is said to be, and the settings are offered, where it can be allowed',
  async (by, where) => {
    const { page, refuse } = await atMaterials(`o-refused-${by}`);
    refuse('album', by);
    await page.attach('pick-licence', licence, 'album');
    expect(await page.answer(false)).toContain(where);
    await page.reads('unchosen-licence', '没有相册权限');
    await page.tap('pick-licence');
    await page.pickRow('从相册选');
    await page.answer(true);
    await page.reads('unchosen-licence', '没有相册权限');
    await page.tap('pick-licence');
    await page.pickRow('从相册选');
    await page.reads('slot-licence', '照片-1124-');
  },
);

test('a file that is opened is the one that was sent, and its address is over after five minutes', async () => {
  const before = await openings();
  const addresses: string[] = [];
  const behind = stage.cloud.behind('o-reader');
  const { page, shown } = await atMaterials('o-reader', {
    behind: {
      ...behind,
      download(url, header) {
        addresses.push(url);
        return behind.download(url, header);
      },
    },
  });
  await upload(page, 'business_plan', plan, stage.cloud.timer);
  await page.tap('open-business_plan');
  const [seen] = await shown(1);
  expect([seen?.how, seen?.fileType, seen?.bytes.equals(plan.bytes)]).toEqual(['openDocument', 'pdf', true]);
  const [address = ''] = addresses;
  expect((await fetch(address)).status).toBe(200);
  stage.cloud.pass(5 * 60_000);
  expect((await fetch(address)).status).toBe(403);
  expect(await openings()).toBe(before + 1);
});
