/** A PDF 1.4 of one A4 page that shows a title, Chinese included, in a font that every reader brings along. */
export function makePdf(options: { readonly title?: string; readonly encrypted?: boolean } = {}): Buffer {
  return Buffer.concat([...pdfParts({ title: options.title ?? '商业计划书', encrypted: options.encrypted ?? false })]);
}

/** A PDF of exactly `size` bytes (2,000 or more), in pieces, never whole in memory: its filler is one unused stream. */
export async function* streamPdf(size: number, title = '商业计划书'): AsyncGenerator<Buffer> {
  yield* pdfParts({ title, encrypted: false, size });
}

type PdfWish = { readonly title: string; readonly encrypted: boolean; readonly size?: number };

const pieceBytes = 64 * 1024;

function* pdfParts(wish: PdfWish): Generator<Buffer> {
  const objects = pdfObjects(wish);
  const header = Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1');
  const offsets: number[] = [];
  let at = header.length;
  yield header;
  for (const [index, object] of objects.entries()) {
    const bytes = Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`, 'latin1');
    offsets.push(at);
    at += bytes.length;
    yield bytes;
  }
  const end = (filler: number, offset: number) => pdfEnd(offsets, filler, offset, wish.encrypted);
  if (wish.size === undefined) {
    yield end(-1, at);
    return;
  }
  // Every number in what follows the filler has ten digits, so its length is known beforehand.
  const around = fillerObject(offsets.length + 1, 0);
  const rest = end(at, at).length + around.open.length + around.close.length;
  let left = wish.size - at - rest;
  if (left < 0) throw new Error(`A PDF of ${wish.size} bytes is too small to make`);
  const filler = fillerObject(offsets.length + 1, left);
  const reference = at + filler.open.length + left + filler.close.length;
  yield filler.open;
  for (; left > 0; left -= pieceBytes) yield Buffer.alloc(Math.min(pieceBytes, left), 'x');
  yield filler.close;
  yield end(at, reference);
}

function fillerObject(number: number, length: number): { open: Buffer; close: Buffer } {
  const open = `${number} 0 obj\n<< /Length ${String(length).padStart(10, '0')} >>\nstream\n`;
  return { open: Buffer.from(open), close: Buffer.from('\nendstream\nendobj\n') };
}

/** Cross-reference table, trailer and end; `filler` is the offset of one more object, or -1. */
function pdfEnd(offsets: readonly number[], filler: number, reference: number, encrypted: boolean): Buffer {
  const all = filler === -1 ? offsets : [...offsets, filler];
  const lines = all.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = all.length + 1;
  const lock = encrypted ? ` /Encrypt ${offsets.length} 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]` : '';
  return Buffer.from(
    `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R${lock} >>\n` +
      `startxref\n${String(reference).padStart(10, '0')}\n%%EOF\n`,
  );
}

function pdfObjects(wish: PdfWish): readonly string[] {
  const text = `<${utf16Hex(wish.title)}>`;
  const page = `BT /F1 28 Tf 72 720 Td ${text} Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 6 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    `<< /Title <feff${utf16Hex(wish.title)}> /Producer (Xinghuo) >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [7 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 8 0 R /DW 1000 ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  // The shape of 40-bit standard encryption (ISO 32000-1, 7.6.3); the strings are not really ciphered.
  const lock = `<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`;
  return wish.encrypted ? [...objects, lock] : objects;
}

function utf16Hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}
