import type { RandomAccess } from '../storage';
import { type CompoundEntry, type CompoundFile, readCompoundFile } from './compound-file';
import type { DetectedFile, FileKind } from './detected-file';

const miniStreamBelow = 4096;

/**
 * Looks at a compound file and tells .doc, .ppt and .xls apart by the streams in its root ([MS-DOC], [MS-PPT],
 * [MS-XLS]), and an Office file under a password, which since 2007 is a compound file around an EncryptedPackage ([MS-OFFCRYPTO]).
 */
export async function detectLegacyOffice(file: RandomAccess): Promise<DetectedFile> {
  const compound = await readCompoundFile(file);
  if (compound === undefined) return { state: 'damaged', could: ['doc', 'ppt', 'xls'] };
  const find = (name: string) => compound.root.find((entry) => entry.name === name);

  if (find('EncryptedPackage') !== undefined) return { state: 'encrypted', could: ['docx', 'pptx', 'xlsx'] };
  const presentation = find('PowerPoint Document');
  if (presentation !== undefined) return verdict('ppt', find('EncryptedSummary') !== undefined);
  const text = find('WordDocument');
  if (text !== undefined) return verdict('doc', await isEncryptedText(compound, text));
  const workbook = find('Workbook') ?? find('Book');
  if (workbook !== undefined) return verdict('xls', await isEncryptedWorkbook(compound, workbook));
  if (find('__properties_version1.0') !== undefined) return { state: 'foreign', looksLike: 'Outlook 邮件' };
  return { state: 'foreign', looksLike: null };
}

function verdict(kind: FileKind, encrypted: boolean): DetectedFile {
  return encrypted ? { state: 'encrypted', could: [kind] } : { state: 'sound', kind };
}

/** [MS-DOC] 2.5.2, FibBase: bit 8 of the flags at offset 10. */
async function isEncryptedText(compound: CompoundFile, stream: CompoundEntry): Promise<boolean> {
  if (stream.size < miniStreamBelow) return false;
  const start = await compound.readStart(stream, 12);
  return start.length === 12 && (start.readUInt16LE(10) & 0x0100) !== 0;
}

/** [MS-XLS] 2.4.117: a FilePass record (0x002F) follows the first BOF, after a WriteProtect (0x0086) at most. */
async function isEncryptedWorkbook(compound: CompoundFile, stream: CompoundEntry): Promise<boolean> {
  if (stream.size < miniStreamBelow) return false;
  const start = await compound.readStart(stream, 512);
  let at = 0;
  for (let record = 0; record < 3 && at + 4 <= start.length; record += 1) {
    if (start.readUInt16LE(at) === 0x002f) return true;
    at += 4 + start.readUInt16LE(at + 2);
  }
  return false;
}
