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
  expect(await check(name, bytes, slot)).toEqual({ ok: true });
});

test.each([
  ['计划.pdf', hostile.makeExe(), plan, 'PDF，里面其实是 Windows 程序。请换一个文件，或在电脑上另存为 PDF 再传。'],
  [
    '计划.pdf',
    hostile.makeExeWithPdfInside(makePdf()),
    plan,
    'PDF，里面其实是 Windows 程序。请换一个文件，或在电脑上另存为 PDF 再传。',
  ],
  ['计划.pdf', hostile.makeHtml(), plan, 'PDF，里面其实是网页。请换一个文件，或在电脑上另存为 PDF 再传。'],
  ['执照.jpg', hostile.makeSvg(), licence, 'JPG，里面其实是 SVG 矢量图。请换一个文件，或在电脑上另存为 JPG 再传。'],
  [
    '执照.jpg',
    makeMp4({ brand: 'heic' }),
    licence,
    'JPG，里面其实是 HEIC 照片。请换一个文件，或在电脑上另存为 JPG 再传。',
  ],
  ['计划.docx', hostile.makeZipBomb(), plan, 'DOCX，里面其实是 ZIP 压缩包。请换一个文件，或在电脑上另存为 DOCX 再传。'],
  [
    '计划.docx',
    hostile.makeDocxWithMacro(),
    plan,
    'DOCX，里面其实是含宏的 Office 文件。请换一个文件，或在电脑上另存为 DOCX 再传。',
  ],
  ['计划.doc', makeDocx(), plan, 'DOC，里面其实是 Word 文档（.docx）。请换一个文件，或在电脑上另存为 DOC 再传。'],
  [
    '计划.doc',
    legacy.makePpt(),
    plan,
    'DOC，里面其实是旧版 PowerPoint 演示文稿（.ppt）。请换一个文件，或在电脑上另存为 DOC 再传。',
  ],
  [
    '路演.pdf',
    hostile.makeTruncatedPptx(),
    deck,
    'PDF，里面其实是 Office 文件。请换一个文件，或在电脑上另存为 PDF 再传。',
  ],
  [
    '计划.docx',
    makePdf({ encrypted: true }),
    plan,
    'DOCX，里面其实是 PDF 文档。请换一个文件，或在电脑上另存为 DOCX 再传。',
  ],
  ['计划.pdf', Buffer.from([0, 1, 2]), plan, 'PDF，里面不是这种格式。请换一个文件，或在电脑上另存为 PDF 再传。'],
])('%s that is something else is refused in words (%#)', async (name, bytes, slot, words) => {
  expect(await check(name, bytes, slot)).toEqual({
    ok: false,
    code: 'FILE_NOT_WHAT_IT_SAYS',
    message: `这个文件名是 ${words}`,
  });
});

test.each([
  ['计划.pdf', makePdf({ encrypted: true }), plan],
  ['计划.docx', legacy.makeEncryptedOffice(), plan],
  ['计划.doc', legacy.makeDoc({ encrypted: true }), plan],
])('%s under a password is refused', async (name, bytes, slot) => {
  expect(await check(name, bytes, slot)).toEqual({
    ok: false,
    code: 'FILE_ENCRYPTED',
    message: '文件设有密码或权限限制，审核人员无法打开。请另存为不带密码的文件后重新上传。',
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
    message: '文件不完整或已损坏。请先在手机或电脑上确认能够打开，再重新上传。',
  });
});

test.each([
  [180.001, '项目视频不能超过 3 分钟，您的视频长 3 分 1 秒。请剪短后重新上传。'],
  [240, '项目视频不能超过 3 分钟，您的视频长 4 分钟。请剪短后重新上传。'],
])('a film of %d seconds is too long for three minutes', async (seconds, message) => {
  expect(await check('视频.mp4', makeMp4({ seconds }), video)).toEqual({ ok: false, code: 'FILE_TOO_LONG', message });
});

describe('before the transfer', () => {
  test('exactly the limit is allowed, one byte more is not, and never reads as the limit itself', () => {
    expect(checkAnnouncedFile({ name: '计划.pdf', size: 20 * MB }, plan)).toEqual({ ok: true });
    expect(checkAnnouncedFile({ name: '计划.pdf', size: 20 * MB + 1 }, plan)).toEqual({
      ok: false,
      code: 'FILE_TOO_LARGE',
      message: '商业计划书不能超过 20 MB，您的文件有 20.1 MB。请压缩后重新上传。',
    });
    expect(checkAnnouncedFile({ name: '计划.pdf', size: 60 * MB }, plan)).toMatchObject({
      message: '商业计划书不能超过 20 MB，您的文件有 60 MB。请压缩后重新上传。',
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
    ['病毒.exe', '是 .exe 文件'],
    ['路演.pptx', '是 .pptx 文件'],
    ['计划.pdf.exe', '是 .exe 文件'],
    ['计划', '没有扩展名'],
    ['计划.pdf ', '没有扩展名'],
    ['constructor.constructor', '没有扩展名'],
    ['x.toString', '是 .tostring 文件'],
  ])('%j is refused by its extension', (name, is) => {
    expect(checkAnnouncedFile({ name, size: 100 }, plan)).toEqual({
      ok: false,
      code: 'FILE_KIND_NOT_ALLOWED',
      message: `商业计划书只收 pdf、doc、docx 格式，您选的文件${is}。请换一份文件重新上传。`,
    });
  });
});
