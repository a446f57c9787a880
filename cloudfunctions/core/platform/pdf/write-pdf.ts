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

/**
 * Writes a document of text as a PDF of A4 pages. Of the font only the characters that occur are embedded, so that any device shows it.
 * @param head what stands under the title, a line each
 */
export function writePdf(title: string, head: readonly string[], parts: readonly DocumentPart[]): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin, font: fontPath(), info: { Title: title }, bufferPages: true });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  document.fontSize(18).text(title);
  for (const line of head) document.fontSize(9).fillColor('#5B616B').text(line, { paragraphGap: 2 });
  for (const { title: called, records } of parts) {
    document.moveDown(1).fontSize(13).fillColor('#1F2329').text(called).moveDown(0.3);
    for (const record of records) {
      for (const [label, value] of record) document.fontSize(9.5).text(`${label}：${value}`, { paragraphGap: 1.5 });
      document.moveDown(0.5);
    }
  }
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
