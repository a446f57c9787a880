import { type CompoundNode, makeCompoundFile } from './compound-file';

/** The container and streams of Word 97's .doc: enough to be told apart, not to be read in Word. */
export function makeDoc(options: { readonly encrypted?: boolean; readonly bytes?: number } = {}): Buffer {
  return makeCompoundFile([
    { name: 'WordDocument', data: wordStream(options.encrypted ?? false, options.bytes ?? 4096) },
    { name: '1Table', data: Buffer.alloc(4096) },
  ]);
}

/** The container and streams of PowerPoint 97's .ppt; `embedded` puts a Word document inside, as a slide may. */
export function makePpt(options: { readonly encrypted?: boolean; readonly embedded?: boolean } = {}): Buffer {
  const more: CompoundNode[] = [];
  if (options.encrypted === true) more.push({ name: 'EncryptedSummary', data: Buffer.alloc(4096) });
  if (options.embedded === true) {
    more.push({ name: 'MBD00000001', children: [{ name: 'WordDocument', data: wordStream(false, 4096) }] });
  }
  return makeCompoundFile([
    { name: 'PowerPoint Document', data: Buffer.alloc(4096) },
    { name: 'Current User', data: Buffer.alloc(4096) },
    ...more,
  ]);
}

/** The container and stream of Excel 97's .xls. */
export function makeXls(options: { readonly encrypted?: boolean } = {}): Buffer {
  const start = Buffer.alloc(20 + 8);
  start.writeUInt16LE(0x0809, 0); // BOF, 16 bytes
  start.writeUInt16LE(16, 2);
  start.writeUInt16LE(0x0600, 4);
  start.writeUInt16LE(options.encrypted === true ? 0x002f : 0x0042, 20);
  start.writeUInt16LE(2, 22);
  return makeCompoundFile([{ name: 'Workbook', data: start }]);
}

/** A .docx, .pptx or .xlsx under a password looks like this from outside ([MS-OFFCRYPTO]). */
export function makeEncryptedOffice(): Buffer {
  return makeCompoundFile([
    { name: 'EncryptionInfo', data: Buffer.alloc(4096) },
    { name: 'EncryptedPackage', data: Buffer.alloc(8192, 0x5a) },
  ]);
}

/** An Outlook message: the same container, never taken. */
export function makeMsg(): Buffer {
  return makeCompoundFile([{ name: '__properties_version1.0', data: Buffer.alloc(4096) }]);
}

function wordStream(encrypted: boolean, bytes: number): Buffer {
  const stream = Buffer.alloc(bytes);
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0x00c1, 2);
  stream.writeUInt16LE(0x0200 | (encrypted ? 0x0100 : 0), 10);
  return stream;
}
