import {
  checkAnnouncedFile,
  checkFile,
  type FileSlot,
} from '../../../../cloudfunctions/core/platform/storage/check-file';
import { detectKind } from '../../../../cloudfunctions/core/platform/storage/detect-kind';
import * as hostile from '../../../support/sample-files/hostile';
import * as legacy from '../../../support/sample-files/legacy-office';
import { makeMp4 } from '../../../support/sample-files/mp4';
import { makeDocx, makePptx } from '../../../support/sample-files/office';
import { makePdf } from '../../../support/sample-files/pdf';
import { makeJpg } from '../../../support/sample-files/picture';

const MB = 1024 * 1024;
const plan: FileSlot = { kinds: ['pdf', 'doc', 'docx'], maxBytes: 20 * MB, zh: '商业计划书' };
const deck: FileSlot = { kinds: ['pdf', 'ppt', 'pptx'], maxBytes: 50 * MB, zh: '路演PPT' };
const licence: FileSlot = { kinds: ['jpg', 'pdf'], maxBytes: 10 * MB, zh: '营业执照' };
const video: FileSlot = { kinds: ['mp4'], maxBytes: 50 * MB, maxSeconds: 180, zh: '项目视频' };

async function check(name: string, bytes: Buffer, slot: FileSlot) {
  const kind = await detectKind({ size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) });
  return checkFile({ name, size: bytes.length, kind }, slot);
}

test.each([
  ['计划.pdf', makePdf(), plan],
  ['计划.PDF', makePdf(), plan],
  ['计划.doc', legacy.makeDoc(), plan],
  ['计划.docx', makeDocx(), plan],
  ['路演.ppt', legacy.makePpt(), deck],
  ['路演.v2.pptx', makePptx(), deck],
  ['执照.jpg', makeJpg(), licence],
  ['执照.JPEG', makeJpg(), licence],
  ['视频.mp4', makeMp4({ seconds: 180 }), video],
])('%s is accepted', async (name, bytes, slot) => {
  expect(await check(name, bytes, slot)).toMatchObject({ ok: true, name, marks: [] });
});

const otherPlan = '请换一个 PDF、DOC 或 DOCX 文件。';
const asPdf = '请在电脑上打开，另存为 PDF 再传。';

test.each([
  ['计划.pdf', hostile.makeExe(), plan, `这个文件名是 PDF，里面其实是 Windows 程序。${otherPlan}`],
  [
    '计划.pdf',
    hostile.makeExeWithPdfInside(makePdf()),
    plan,
    `这个文件名是 PDF，里面其实是 Windows 程序。${otherPlan}`,
  ],
  ['计划.pdf', hostile.makeHtml(), plan, `这个文件名是 PDF，里面其实是网页。${asPdf}`],
  [
    '执照.jpg',
    hostile.makeSvg(),
    licence,
    '这个文件名是 JPG 图片，里面其实是 SVG 矢量图。请打开后截屏，传截图；或在电脑上另存为 JPG 再传。',
  ],
  [
    '执照.jpg',
    makeMp4({ brand: 'heic' }),
    licence,
    '这个文件名是 JPG 图片，里面其实是 HEIC 照片。请把照片截屏后传截图，或在“设置—相机—格式”里选“兼容性最佳”再拍一次。',
  ],
  [
    '计划.docx',
    hostile.makeZipBomb(),
    plan,
    '这个文件名是 Word 文档，里面其实是 ZIP 压缩包。请先解压，再传里面的文件。',
  ],
  ['计划.doc', legacy.makePpt(), plan, `这个文件名是旧版 Word 文档，里面其实是旧版 PPT 演示文稿。${asPdf}`],
  ['计划', makePptx(), plan, `这个文件是 PPT 演示文稿。${asPdf}`],
  ['计划.pdf', makeJpg(), plan, `这个文件名是 PDF，里面其实是 JPG 图片。${otherPlan}`],
  ['视频.mp4', makeJpg(), video, '这个文件名是 MP4 视频，里面其实是 JPG 图片。请换一个 MP4 文件。'],
  [
    '视频.mp4',
    makeMp4({ brand: 'qt  ' }),
    video,
    '这个文件名是 MP4 视频，里面其实是 MOV 视频。请用手机重新录制，或在电脑上用剪辑软件导出为 MP4 再传。',
  ],
  ['计划.pdf', Buffer.from([0, 1, 2]), plan, `这个文件名是 PDF，里面却不是 PDF、DOC 或 DOCX。${otherPlan}`],
  ['计划', Buffer.from([0, 1, 2]), plan, `这个文件不是 PDF、DOC 或 DOCX。${otherPlan}`],
])('%s that is something else is refused in words (%#)', async (name, bytes, slot, message) => {
  expect(await check(name, bytes, slot)).toEqual({ ok: false, code: 'FILE_NOT_WHAT_IT_SAYS', message });
});

test.each([
  ['计划.docx', makePdf(), plan, 'pdf', '计划.pdf'],
  ['计划.doc', makeDocx(), plan, 'docx', '计划.docx'],
  ['路演', makePptx(), deck, 'pptx', '路演.pptx'],
])('%s is kept under its true kind', async (name, bytes, slot, kind, kept) => {
  expect(await check(name, bytes, slot)).toEqual({ ok: true, kind, name: kept, marks: [] });
});

test.each([
  ['计划.pdf', makePdf({ encrypted: true }), plan],
  ['计划.docx', legacy.makeEncryptedOffice(), plan],
  ['计划.doc', legacy.makeDoc({ encrypted: true }), plan],
])('%s under a password is refused', async (name, bytes, slot) => {
  expect(await check(name, bytes, slot)).toEqual({
    ok: false,
    code: 'FILE_ENCRYPTED',
    message: '文件设有打开密码，审核人员打不开。请去掉密码，另存一份再传。',
  });
});

test.each([
  ['路演.pptx', hostile.makeTruncatedPptx(), deck],
  ['计划.pdf', makePdf().subarray(0, 600), plan],
  ['执照.jpeg', makeJpg().subarray(0, 500), licence],
])('%s cut short is refused', async (name, bytes, slot) => {
  expect(await check(name, bytes, slot)).toEqual({
    ok: false,
    code: 'FILE_DAMAGED',
    message: '文件不完整或已损坏。请先确认它能打开，再重新上传；打不开的，请找原文件重新导出。',
  });
});

test.each([
  [181.001, '项目视频不能超过 3 分钟，您的视频长 3 分 2 秒。请剪短后重新上传。'],
  [240, '项目视频不能超过 3 分钟，您的视频长 4 分钟。请剪短后重新上传。'],
])('a film of %d seconds is too long for three minutes', async (seconds, message) => {
  expect(await check('视频.mp4', makeMp4({ seconds }), video)).toEqual({ ok: false, code: 'FILE_TOO_LONG', message });
});

test.each([180, 180.014, 181])('a film of %d seconds is three minutes as players show it', async (seconds) => {
  expect(await check('视频.mp4', makeMp4({ seconds }), video)).toMatchObject({ ok: true, kind: 'mp4' });
});

test.each([0, 0xffffffff / 1000])('a film that does not tell its length is refused in words (%d)', async (seconds) => {
  expect(await check('视频.mp4', makeMp4({ seconds }), video)).toEqual({
    ok: false,
    code: 'FILE_LENGTH_UNKNOWN',
    message: '读不出视频有多长，无法确认是否在 3 分钟以内。请用手机或剪辑软件重新导出为 MP4，再上传。',
  });
});

test('a film in a coding that not every phone plays is accepted, and staff are told', async () => {
  const film = makeMp4({ codec: 'hvc1' });
  expect(await check('视频.mp4', film, video)).toMatchObject({ ok: true, marks: ['codec:hvc1'] });
});

test('what states more than 500 MB unpacked is refused before anything is unpacked', async () => {
  const bomb = makeDocx('计划', [{ name: 'word/media/1.bin', data: 'x', states: 2_147_483_648 }]);
  expect(await check('计划.docx', bomb, plan)).toEqual({
    ok: false,
    code: 'FILE_UNPACKS_HUGE',
    message: '文件解开后超过 500 MB，手机和电脑都打不开。请压缩里面的图片和视频，或另存为 PDF 再传。',
  });
  const large = makeDocx('计划', [{ name: 'word/media/1.bin', data: 'x', states: 499 * MB }]);
  expect(await check('计划.docx', large, plan)).toMatchObject({ ok: true });
});

describe('before the transfer', () => {
  test('exactly the limit is allowed, one byte more is not, and never reads as the limit itself', () => {
    expect(checkAnnouncedFile({ name: '计划.pdf', size: 20 * MB }, plan)).toEqual({ ok: true });
    expect(checkAnnouncedFile({ name: '计划.pdf', size: 20 * MB + 1 }, plan)).toEqual({
      ok: false,
      code: 'FILE_TOO_LARGE',
      message: '商业计划书不能超过 20 MB，您的文件有 20.1 MB。请压缩文件里的图片，或另存为较小的 PDF 再传。',
    });
    expect(checkAnnouncedFile({ name: '计划.pdf', size: 60 * MB }, plan)).toMatchObject({
      message: '商业计划书不能超过 20 MB，您的文件有 60 MB。请压缩文件里的图片，或另存为较小的 PDF 再传。',
    });
  });

  test('an empty file is refused', () => {
    expect(checkAnnouncedFile({ name: '计划.pdf', size: 0 }, plan)).toEqual({
      ok: false,
      code: 'FILE_EMPTY',
      message: '这是一个空文件（0 字节）。请检查原文件后重新选择。',
    });
  });

  test.each([
    ['病毒.exe', plan, '商业计划书只收 PDF、DOC 或 DOCX，您选的是 .exe 文件。请换一个 PDF、DOC 或 DOCX 文件。'],
    ['计划.pdf.exe', plan, '商业计划书只收 PDF、DOC 或 DOCX，您选的是 .exe 文件。请换一个 PDF、DOC 或 DOCX 文件。'],
    ['路演.pptx', plan, '商业计划书只收 PDF、DOC 或 DOCX，您选的是 PPT 演示文稿。请在电脑上打开，另存为 PDF 再传。'],
    ['计划.wps', plan, '商业计划书只收 PDF、DOC 或 DOCX，您选的是 .wps 文件。请在电脑上打开，另存为 PDF 再传。'],
    ['资料.zip(1)', plan, '商业计划书只收 PDF、DOC 或 DOCX，您选的是 .zip 文件。请先解压，再传里面的文件。'],
    [
      'IMG_1.HEIC',
      licence,
      '营业执照只收 JPG 或 PDF，您选的是 .heic 文件。请把照片截屏后传截图，或在“设置—相机—格式”里选“兼容性最佳”再拍一次。',
    ],
    ['视频.mov', video, '项目视频只收 MP4，您选的是 MOV 视频。请用手机重新录制，或在电脑上用剪辑软件导出为 MP4 再传。'],
  ])('%j is refused by its ending', (name, slot, message) => {
    expect(checkAnnouncedFile({ name, size: 100 }, slot)).toEqual({
      ok: false,
      code: 'FILE_KIND_NOT_ALLOWED',
      message,
    });
  });

  test.each([
    '计划',
    '计划.pdf ',
    'constructor.constructor',
    'x.toString',
    '照片.unknown',
    'document:1234',
    '计划．pdf',
  ])('%j may be anything: the bytes will tell', (name) => {
    expect(checkAnnouncedFile({ name, size: 100 }, plan)).toEqual({ ok: true });
  });
});
