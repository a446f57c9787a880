import { detectKind } from '../../../../cloudfunctions/core/platform/storage/detect-kind';
import type { RandomAccess } from '../../../../cloudfunctions/core/platform/storage/storage';
import * as hostile from '../../../support/sample-files/hostile';
import * as legacy from '../../../support/sample-files/legacy-office';
import { box, makeMp4 } from '../../../support/sample-files/mp4';
import { makeDocx, makePptx, makeXlsx } from '../../../support/sample-files/office';
import { makePdf, streamPdf } from '../../../support/sample-files/pdf';
import { makeJpg, makePng } from '../../../support/sample-files/picture';
import { makeZip } from '../../../support/sample-files/zip';

/** A file in memory that counts what is read of it. */
function counted(bytes: Buffer): RandomAccess & { read: jest.Mock; total: () => number } {
  let total = 0;
  const read = jest.fn(async (offset: number, length: number) => {
    const part = bytes.subarray(offset, offset + length);
    total += part.length;
    return part;
  });
  return { size: bytes.length, read, total: () => total };
}

const detect = (bytes: Buffer) => detectKind(counted(bytes));
const cut = (bytes: Buffer, keep: number) => bytes.subarray(0, Math.floor(bytes.length * keep));
const sound = (kind: string) => ({ state: 'sound', kind });
const foreign = (looksLike: string | null) => ({ state: 'foreign', looksLike });
const damaged = (...could: string[]) => ({ state: 'damaged', could });
const encrypted = (...could: string[]) => ({ state: 'encrypted', could });

async function gather(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('sound files', () => {
  test.each([
    ['pdf', makePdf()],
    ['jpg', makeJpg()],
    ['png', makePng()],
    ['docx', makeDocx()],
    ['pptx', makePptx()],
    ['xlsx', makeXlsx()],
    ['doc', legacy.makeDoc()],
    ['ppt', legacy.makePpt()],
    ['xls', legacy.makeXls()],
  ])('%s', async (kind, bytes) => {
    expect(await detect(bytes)).toEqual(sound(kind));
  });

  test('mp4 and mov, with their running time as it stands; of 3GP too', async () => {
    expect(await detect(makeMp4({ seconds: 180 }))).toEqual({ state: 'sound', kind: 'mp4', seconds: 180 });
    expect(await detect(makeMp4({ seconds: 180.002 }))).toEqual({ state: 'sound', kind: 'mp4', seconds: 180.002 });
    expect(await detect(makeMp4({ brand: 'qt  ' }))).toEqual({ state: 'sound', kind: 'mov', seconds: 2 });
    expect(await detect(makeMp4({ brand: '3gp5' }))).toEqual({ state: 'sound', kind: 'mp4', seconds: 2 });
    const old = makeMp4().subarray(24);
    expect(await detect(Buffer.from(old))).toEqual({ state: 'sound', kind: 'mov', seconds: 2 });
  });

  test('a PDF with rubbish before its header', async () => {
    expect(await detect(Buffer.concat([Buffer.alloc(1019, 0x0a), makePdf()]))).toEqual(sound('pdf'));
    expect(await detect(Buffer.concat([Buffer.alloc(1020, 0x0a), makePdf()]))).toMatchObject({ state: 'foreign' });
  });

  test('a JPEG with a comment, and one of a phone that hangs a film behind it', async () => {
    expect(await detect(makeJpg(64, 64, '营业执照'))).toEqual(sound('jpg'));
    const film = Buffer.alloc(200_000, 1);
    const xmp = 'http://ns.adobe.com/xap/1.0/\0<x GCamera:MotionPhoto="1"/>';
    expect(await detect(Buffer.concat([makeJpg(64, 64, xmp), film]))).toEqual(sound('jpg'));
    expect(await detect(Buffer.concat([makeJpg(64, 64), film, Buffer.from('LIVE_1234567')]))).toEqual(sound('jpg'));
    expect(await detect(Buffer.concat([makeJpg(64, 64), film]))).toEqual(sound('jpg'));
    expect(await detect(Buffer.concat([makePng(), film]))).toEqual(sound('png'));
  });

  test('a zip with a comment as long as one may be', async () => {
    const bytes = makeDocx();
    bytes.writeUInt16LE(65_535, bytes.length - 2);
    expect(await detect(Buffer.concat([bytes, Buffer.alloc(65_535, 0x41)]))).toEqual(sound('docx'));
  });

  test('a presentation with a Word document inside is a presentation', async () => {
    expect(await detect(legacy.makePpt({ embedded: true }))).toEqual(sound('ppt'));
    const word = [{ name: 'ppt/embeddings/1.docx', data: makeDocx() }];
    expect(await detect(makePptx('路演', word))).toEqual(sound('pptx'));
  });

  test('a legacy document so large that its table needs an index of its own', async () => {
    const big = legacy.makeDoc({ bytes: 9_000_000 });
    expect(await detect(big)).toEqual(sound('doc'));
    expect(await detect(cut(big, 0.99))).toEqual(damaged('doc', 'ppt', 'xls'));
  });
});

describe('files under a password', () => {
  test.each([
    ['PDF', makePdf({ encrypted: true }), ['pdf']],
    ['Office since 2007', legacy.makeEncryptedOffice(), ['docx', 'pptx', 'xlsx']],
    ['Word 97', legacy.makeDoc({ encrypted: true }), ['doc']],
    ['PowerPoint 97', legacy.makePpt({ encrypted: true }), ['ppt']],
    ['Excel 97', legacy.makeXls({ encrypted: true }), ['xls']],
  ])('%s', async (_name, bytes, could) => {
    expect(await detect(bytes)).toEqual(encrypted(...could));
  });

  test('a PDF whose trailer is a cross-reference stream', async () => {
    const head = '%PDF-1.5\n';
    const object =
      '7 0 obj\n<< /Type /XRef /Size 8 /Root 1 0 R /Encrypt 6 0 R /Length 3 >>\nstream\nabc\nendstream\nendobj\n';
    const pdf = (body: string) => Buffer.from(`${head}${body}startxref\n${head.length}\n%%EOF`);
    expect(await detect(pdf(object))).toEqual(encrypted('pdf'));
    expect(await detect(pdf(object.replace('/Encrypt 6 0 R', '/EncryptMetadata true')))).toEqual(sound('pdf'));
    expect(await detect(pdf(object.replace('/Encrypt 6 0 R', '').replace('abc', '/Encrypt')))).toEqual(sound('pdf'));
  });

  test('a PDF that only writes about encryption is not under a password', async () => {
    const pdf = makePdf().toString('latin1').replace('/Producer (Xinghuo)', '/Producer (/Encrypt)');
    expect(await detect(Buffer.from(pdf, 'latin1'))).toEqual(sound('pdf'));
  });

  test('a zip entry marked as ciphered', async () => {
    const more = [{ name: 'word/settings.xml', data: 'x', encrypted: true }];
    expect(await detect(makeDocx('计划', more))).toEqual(encrypted('docx'));
  });
});

describe('damaged files', () => {
  test.each([
    ['PDF', cut(makePdf(), 0.6), ['pdf']],
    ['JPEG in its scan', cut(makeJpg(), 0.8), ['jpg']],
    ['JPEG in its header', cut(makeJpg(), 0.05), ['jpg']],
    ['PNG', cut(makePng(), 0.8), ['png']],
    ['MP4', cut(makeMp4(), 0.9), ['mp4']],
    ['PPTX', hostile.makeTruncatedPptx(), ['docx', 'pptx', 'xlsx']],
    ['DOC', cut(legacy.makeDoc(), 0.9), ['doc', 'ppt', 'xls']],
    ['DOC in its header', cut(legacy.makeDoc(), 0.01), ['doc', 'ppt', 'xls']],
  ])('a %s cut short', async (_name, bytes, could) => {
    expect(await detect(bytes)).toEqual(damaged(...could));
  });

  test('a PDF that goes on behind its last end mark, or is shorter than it says', async () => {
    const changed = Buffer.concat([makePdf(), Buffer.from('9 0 obj\n<< /Length 900 >>\nstream\nabc')]);
    expect(await detect(changed)).toEqual(damaged('pdf'));
    const page = Buffer.concat([makePdf(), Buffer.from('<html><p>1 object</p></html>')]);
    expect(await detect(page)).toEqual(sound('pdf'));
    const forWeb = (length: number) =>
      Buffer.from(makePdf().toString('latin1').replace('/Producer (Xinghuo)', `/Linearized 1 /L ${length}`), 'latin1');
    const { length } = forWeb(9999);
    expect(await detect(forWeb(length))).toEqual(sound('pdf'));
    expect(await detect(forWeb(9999))).toEqual(damaged('pdf'));
  });

  test('a PDF without startxref, or with it alone, opens in every reader', async () => {
    const whole = makePdf().toString('latin1');
    expect(await detect(Buffer.from(whole.replace(/startxref\s+\d+\s+/, ''), 'latin1'))).toEqual(sound('pdf'));
    expect(await detect(Buffer.from(whole.replace('%%EOF', ''), 'latin1'))).toEqual(sound('pdf'));
  });

  test('an MP4 without its film header', async () => {
    expect(await detect(Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0')), box('mdat')]))).toEqual(
      damaged('mp4'),
    );
  });

  test('a legacy document whose directory runs in a circle ends as damaged', async () => {
    const bytes = legacy.makeDoc();
    const table = 512 * (1 + bytes.readUInt32LE(76));
    const directory = bytes.readUInt32LE(48);
    bytes.writeUInt32LE(directory, table + directory * 4);
    expect(await detect(bytes)).toEqual(damaged('doc', 'ppt', 'xls'));
  });

  test('a document cut at any byte never makes the check fail by itself', async () => {
    for (const bytes of [makePdf(), makeJpg(), makePng(), makeMp4(), makeDocx(), legacy.makeDoc()]) {
      for (let keep = 0; keep < bytes.length; keep += 37) {
        expect(['damaged', 'foreign', 'sound']).toContain((await detect(bytes.subarray(0, keep))).state);
      }
    }
  });
});

describe('what is never taken', () => {
  test.each([
    ['Windows 程序', hostile.makeExe()],
    ['Windows 程序', hostile.makeExeWithPdfInside(makePdf())],
    ['Linux 程序', Buffer.from('7f454c4602010100', 'hex')],
    ['脚本程序', Buffer.from('#!/bin/sh\nrm -rf /\n')],
    ['脚本程序', Buffer.from('<?php system($_GET[0]); ?>')],
    ['脚本程序', Buffer.from('@echo off\r\nformat c:')],
    ['网页', hostile.makeHtml()],
    ['网页', Buffer.concat([Buffer.from('<html>'), makePdf()])],
    ['网页', Buffer.from('\ufeff<!DOCTYPE html>', 'utf16le')],
    ['网页', Buffer.from('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>')],
    ['网页存档', Buffer.from('MIME-Version: 1.0\r\n')],
    ['SVG 矢量图', hostile.makeSvg()],
    ['SVG 矢量图', Buffer.from('<svg onload="alert(1)"/>')],
    ['XML 文件', Buffer.from('<?xml version="1.0"?><a/>')],
    ['RTF 文档', Buffer.from('{\\rtf1 }')],
    ['ZIP 压缩包', hostile.makeZipBomb()],
    ['ZIP 压缩包', makeZip([])],
    ['ZIP 压缩包', makeZip([{ name: 'word/document.xml', data: 'no content types' }])],
    ['不完整的压缩包', cut(makeZip([{ name: 'a.txt', data: 'x'.repeat(999) }]), 0.5)],
    ['安卓安装包', makeZip([{ name: 'AndroidManifest.xml', data: 'x' }])],
    ['Java 程序包', makeZip([{ name: 'META-INF/MANIFEST.MF', data: 'x' }])],
    ['OFD 版式文件', makeZip([{ name: 'OFD.xml', data: 'x' }])],
    ['RAR 压缩包', Buffer.from('526172211a0700', 'hex')],
    ['7z 压缩包', Buffer.from('377abcaf271c', 'hex')],
    ['GIF 图片', Buffer.from('GIF89a')],
    ['WebP 图片', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ')],
    ['HEIC 照片', makeMp4({ brand: 'heic' })],
    ['M4A 音频', makeMp4({ brand: 'M4A ' })],
    ['Outlook 邮件', legacy.makeMsg()],
    ['纯文本', Buffer.from('这是一份商业计划书')],
    [null, Buffer.from([1, 2, 3, 0, 255])],
    [null, Buffer.alloc(0)],
  ])('%s', async (looksLike, bytes) => {
    expect(await detect(bytes)).toEqual(foreign(looksLike));
  });

  test('a zip that is two kinds of document at once is neither', async () => {
    const both = makeDocx('计划', [{ name: 'ppt/presentation.xml', data: 'x' }]);
    expect(await detect(both)).toEqual(foreign('ZIP 压缩包'));
  });
});

describe('how much is read', () => {
  test('a PDF of 60 MB is passed through once, in pieces', async () => {
    const file = counted(await gather(streamPdf(60 * 1024 * 1024)));
    expect(file.size).toBe(62_914_560);
    expect(await detectKind(file)).toEqual(sound('pdf'));
    expect(file.total()).toBeLessThan(1.05 * file.size);
    expect(Math.max(...file.read.mock.calls.map(([, length]) => Number(length)))).toBeLessThan(300 * 1024);
  });

  test('a legacy document of 9 MB is judged by less than 100 KB, and never by one large read', async () => {
    const file = counted(legacy.makeDoc({ bytes: 9_000_000 }));
    await detectKind(file);
    expect(file.total()).toBeLessThan(100 * 1024);
    expect(Math.max(...file.read.mock.calls.map(([, length]) => Number(length)))).toBeLessThanOrEqual(4096);
  });

  test('a zip whose directory claims to be huge is not read along', async () => {
    const bytes = Buffer.concat([makeDocx().subarray(0, 100), Buffer.alloc(3_000_000), makeZip([])]);
    bytes.writeUInt32LE(2_000_000, bytes.length - 22 + 12);
    const file = counted(bytes);
    expect(await detectKind(file)).toEqual(damaged('docx', 'pptx', 'xlsx'));
    expect(file.total()).toBeLessThan(80 * 1024);
  });

  test('a film of ten thousand empty boxes is left after two thousand', async () => {
    const file = counted(Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0')), ...Array(10_000).fill(box('free'))]));
    expect(await detectKind(file)).toEqual(damaged('mp4'));
    expect(file.read.mock.calls.length).toBeLessThan(2100);
  });
});
