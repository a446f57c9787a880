/// <reference path="./pdfkit.d.ts" />
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';

/** A part of a document: its title, and records of lines, each a label and what it says. */
export type DocumentPart = {
  readonly title: string;
  readonly records: ReadonlyArray<ReadonlyArray<readonly [label: string, value: string]>>;
};

const fontFile = 'NotoSansSC_400Regular.ttf';

/** Beside the bundled function, or where npm put it. The font is Noto Sans SC (SIL OFL 1.1), whole: names hold rare characters. */
function fontPath(): string {
  const beside = join(__dirname, fontFile);
  return existsSync(beside) ? beside : require.resolve(`@expo-google-fonts/noto-sans-sc/400Regular/${fontFile}`);
}

const margin = 48;

/** Words in which a character that the font lacks stands by its number, where it would be an empty box: two names stay two names. */
export function makeSayable(has: (codePoint: number) => boolean) {
  let lacked = false;
  const said = (words: string) =>
    [...words]
      .map((character) => {
        const point = character.codePointAt(0) ?? 0;
        if (point < 32 || has(point)) return character;
        lacked = true;
        return `〔U+${point.toString(16).toUpperCase()}〕`;
      })
      .join('');
  return { said, unwritten: () => lacked };
}

/**
 * Writes a document of text as a PDF of A4 pages. Of the font only the characters that occur are embedded, so that any device shows it.
 * @param head what stands under the title, a line each
 * @param at when it was made, in epoch milliseconds
 */
export function writePdf(
  title: string,
  head: readonly string[],
  parts: readonly DocumentPart[],
  at: number,
): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin,
    font: fontPath(),
    info: { Title: title, CreationDate: new Date(at) },
    bufferPages: true,
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  const { said, unwritten } = makeSayable((point) => document._font.font.hasGlyphForCodePoint(point));
  document.fontSize(18).text(title);
  for (const line of head) document.fontSize(9).fillColor('#5B616B').text(said(line), { paragraphGap: 2 });
  for (const { title: called, records } of parts) {
    document.moveDown(1).fontSize(13).fillColor('#1F2329').text(said(called)).moveDown(0.3);
    for (const record of records) {
      for (const [label, value] of record)
        document.fontSize(9.5).text(said(`${label}：${value}`), { paragraphGap: 1.5 });
      document.moveDown(0.5);
    }
  }
  if (unwritten()) document.fontSize(9).text(`〔U+…〕是本文件的字体写不出的字，以其统一码代替。`);
  const { count } = document.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(page);
    document.page.margins.bottom = 0;
    document
      .fontSize(8)
      .fillColor('#5B616B')
      .text(`${page + 1} / ${count}`, margin, document.page.height - 30, { lineBreak: false });
  }
  document.end();
  return whole;
}
