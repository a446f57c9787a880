import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from '../../../../cloudfunctions/core/platform/storage/check-file';
import { detectKind } from '../../../../cloudfunctions/core/platform/storage/detect-kind';
import type { RandomAccess } from '../../../../cloudfunctions/core/platform/storage/storage';
import { blueprint } from '../../../../cloudfunctions/core/seeds/blueprint';

const folder = join(__dirname, '../../../support/sample-files/field-cases');
const slot = (code: string) => {
  const found = blueprint.slots.find((it) => it.code === code);
  if (!found) throw new Error(`No slot ${code}`);
  return found;
};
const slots = { plan: 'business_plan', deck: 'pitch_deck', picture: 'licence', proof: 'social_proof', film: 'video' };

async function verdictOf(file: string, slotName: keyof typeof slots, name = file) {
  const bytes = readFileSync(join(folder, file));
  const access: RandomAccess = { size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) };
  return checkFile({ name, size: bytes.length, kind: await detectKind(access) }, slot(slots[slotName]));
}

/** Files that real use refused wrongly: with the kind and the name under which they are kept. */
test.each([
  ['slack.ppt', 'deck', 'ppt', 'slack.ppt'],
  ['slack.doc', 'plan', 'doc', 'slack.doc'],
  ['restricted.pdf', 'plan', 'pdf', 'restricted.pdf'],
  ['docx-named.doc', 'plan', 'docx', 'docx-named.docx'],
  ['jpg-named.png', 'picture', 'jpg', 'jpg-named.jpg'],
  ['png-named.jpg', 'picture', 'png', 'png-named.png'],
  ['png-named.jpg', 'proof', 'png', 'png-named.png'],
  ['photo.jfif', 'picture', 'jpg', 'photo.jpg'],
  ['android-3gp5.mp4', 'film', 'mp4', 'android-3gp5.mp4'],
  ['iphone-qt.mp4', 'film', 'mov', 'iphone-qt.mov'],
  ['open-r2.pdf', 'plan', 'pdf', 'open-r2.pdf'],
  ['open-r3.pdf', 'plan', 'pdf', 'open-r3.pdf'],
  ['open-r4.pdf', 'plan', 'pdf', 'open-r4.pdf'],
  ['open-r4-aes.pdf', 'plan', 'pdf', 'open-r4-aes.pdf'],
  ['open-r5.pdf', 'plan', 'pdf', 'open-r5.pdf'],
  ['open-r6.pdf', 'plan', 'pdf', 'open-r6.pdf'],
] as const)('%s (%s) is accepted as %s and kept as %s', async (file, slotName, kind, name) => {
  expect(await verdictOf(file, slotName)).toEqual({ ok: true, kind, name, marks: [] });
});

test.each([
  ['javascript.pdf', 'plan', ['pdf-script', 'pdf-open-action']],
  // Its object streams are ciphered, so what they hold was not seen.
  ['open-r6-streams.pdf', 'plan', ['not-all-seen']],
] as const)('%s (%s) is accepted, and staff are told %j', async (file, slotName, marks) => {
  expect(await verdictOf(file, slotName)).toMatchObject({ ok: true, marks });
});

const active = '文件含有宏或外部链接，请另存为 PDF 后上传。';
const program = '文件里带有程序，或会打开别的程序和文件。请删去后用“打印”另存为 PDF 再传。';
const locked = '文件设有打开密码，审核人员打不开。请去掉密码，另存一份再传。';
const damaged = '文件不完整或已损坏。请先确认它能打开，再重新上传；打不开的，请找原文件重新导出。';
const noPicture = '这个文件里没有视频画面。请选有画面的视频，或重新录制、导出后再传。';
const tooLarge = '图片超过 1 亿像素，手机打不开。请截屏后传截图，或缩小尺寸再传。';

/** Files that real use accepted wrongly, or to which it said the wrong thing. */
test.each([
  ['locked-slack.docx', 'plan', 'FILE_ENCRYPTED', locked],
  ['locked-r2.pdf', 'plan', 'FILE_ENCRYPTED', locked],
  ['locked-r3.pdf', 'plan', 'FILE_ENCRYPTED', locked],
  ['locked-r4.pdf', 'plan', 'FILE_ENCRYPTED', locked],
  ['locked-r5.pdf', 'plan', 'FILE_ENCRYPTED', locked],
  ['locked-r6.pdf', 'plan', 'FILE_ENCRYPTED', locked],
  ['locked-r6-streams.pdf', 'plan', 'FILE_ENCRYPTED', locked],
  ['200s.mp4', 'film', 'FILE_TOO_LONG', '项目视频不能超过 3 分钟，您的视频长 3 分 20 秒。请剪短后重新上传。'],
  ['sound-only.mp4', 'film', 'FILE_NO_PICTURE', noPicture],
  ['init-only.mp4', 'film', 'FILE_NO_PICTURE', noPicture],
  ['v0-all-ones.mp4', 'film', 'FILE_NO_PICTURE', noPicture],
  ['v1-all-ones.mp4', 'film', 'FILE_NO_PICTURE', noPicture],
  ['first-half.jpg', 'picture', 'FILE_DAMAGED', damaged],
  ['empty.pdf', 'plan', 'FILE_DAMAGED', damaged],
  ['no-document.docx', 'plan', 'FILE_DAMAGED', damaged],
  ['upper.docx', 'plan', 'FILE_HAZARDOUS', active],
  ['renamed.docx', 'plan', 'FILE_HAZARDOUS', active],
  ['macros.doc', 'plan', 'FILE_HAZARDOUS', active],
  ['remote-template.docx', 'plan', 'FILE_HAZARDOUS', active],
  ['dde.docx', 'plan', 'FILE_HAZARDOUS', active],
  ['program-inside.docx', 'plan', 'FILE_HAZARDOUS', program],
  ['launch.pdf', 'plan', 'FILE_HAZARDOUS', program],
  [
    'apk-and-docx.docx',
    'plan',
    'FILE_NOT_WHAT_IT_SAYS',
    '这个文件名是 Word 文档，里面其实是安卓安装包。请换一个 PDF、DOC 或 DOCX 文件。',
  ],
  ['2147483647x2147483647.png', 'picture', 'FILE_TOO_MANY_PIXELS', tooLarge],
  ['65500x65500.jpg', 'picture', 'FILE_TOO_MANY_PIXELS', tooLarge],
] as const)('%s (%s) is refused with %s', async (file, slotName, code, message) => {
  expect(await verdictOf(file, slotName)).toEqual({ ok: false, code, message });
});

/** Names as phones, browsers and chats make them. */
test.each([
  ['照片', '照片.jpg'],
  ['照片.unknown', '照片.jpg'],
  ['执照.jpg(1)', '执照(1).jpg'],
  ['执照．jpg', '执照.jpg'],
  ['执照.jpe', '执照.jpg'],
  ['执照.pjpeg', '执照.jpg'],
  ['执照.JPEG', '执照.JPEG'],
  ['document:1234', 'document_1234.jpg'],
  ['执照.v2', '执照.v2.jpg'],
  ['执照.pdf', '执照.jpg'],
])('a picture named %j is kept as %j', async (name, kept) => {
  expect(await verdictOf('photo.jfif', 'picture', name)).toMatchObject({ ok: true, kind: 'jpg', name: kept });
});
