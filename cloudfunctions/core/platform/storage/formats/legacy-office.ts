import type { RandomAccess } from '../storage';
import { type CompoundEntry, type CompoundFile, readCompoundFile } from './compound-file';
import type { DetectedFile, FileKind, Hazard } from './detected-file';
import { pieces } from './pieces';
import { namesProgram } from './programs';

const presentationCiphered = 0xf3d1c4df;
const maxScan = 64 * 1024 * 1024;
const packageStream = '\u0001Ole10Native';
const maxPackages = 32;

/**
 * Looks at a compound file and tells .doc, .ppt and .xls apart by the streams in its root ([MS-DOC], [MS-PPT],
 * [MS-XLS]), and an Office file under a password, which since 2007 is a compound file around an EncryptedPackage ([MS-OFFCRYPTO]).
 * Macros stand in a storage of the root, in .ppt in a record, for
 * which it is searched through once, up to 64 MB; a program stands in a package object.
 */
export async function detectLegacyOffice(file: RandomAccess): Promise<DetectedFile> {
  const compound = await readCompoundFile(file);
  if (compound === undefined) return { state: 'damaged', could: ['doc', 'ppt', 'xls'] };
  const find = (name: string) => compound.root.find((entry) => entry.name.toLowerCase() === name.toLowerCase());

  if (find('EncryptedPackage') !== undefined) return { state: 'encrypted', could: ['docx', 'pptx', 'xlsx'] };
  const presentation = find('PowerPoint Document');
  if (presentation !== undefined) {
    const user = find('Current User');
    const ciphered = find('EncryptedSummary') !== undefined || (await isCipheredPresentation(compound, user));
    return verdict(file, compound, 'ppt', ciphered);
  }
  const text = find('WordDocument');
  if (text !== undefined) return verdict(file, compound, 'doc', await isCipheredText(compound, text));
  const workbook = find('Workbook') ?? find('Book');
  if (workbook !== undefined) return verdict(file, compound, 'xls', await isCipheredWorkbook(compound, workbook));
  if (find('__properties_version1.0') !== undefined) return { state: 'foreign', looksLike: 'Outlook 邮件' };
  return { state: 'foreign', looksLike: null };
}

async function verdict(
  file: RandomAccess,
  compound: CompoundFile,
  kind: FileKind,
  ciphered: boolean,
): Promise<DetectedFile> {
  if (ciphered) return { state: 'encrypted', could: [kind] };
  const hazard = await hazardOf(file, compound, kind);
  return hazard === undefined ? { state: 'sound', kind } : { state: 'hazardous', could: [kind], hazard };
}

/** [MS-DOC] 2.5.2, FibBase: bit 8 of the flags at offset 10, for XOR and for RC4 alike. */
async function isCipheredText(compound: CompoundFile, stream: CompoundEntry): Promise<boolean> {
  const start = await compound.readStart(stream, 12);
  return start.length === 12 && (start.readUInt16LE(10) & 0x0100) !== 0;
}

/** [MS-PPT] 2.3.2, CurrentUserAtom: its token says whether the document is ciphered. */
async function isCipheredPresentation(compound: CompoundFile, stream: CompoundEntry | undefined): Promise<boolean> {
  const start = stream === undefined ? Buffer.alloc(0) : await compound.readStart(stream, 16);
  return start.length === 16 && start.readUInt32LE(12) === presentationCiphered;
}

/** [MS-XLS] 2.4.117: a FilePass record (0x002F) follows the first BOF, after a WriteProtect (0x0086) at most. */
async function isCipheredWorkbook(compound: CompoundFile, stream: CompoundEntry): Promise<boolean> {
  const start = await compound.readStart(stream, 512);
  let at = 0;
  for (let record = 0; record < 3 && at + 4 <= start.length; record += 1) {
    if (start.readUInt16LE(at) === 0x002f) return true;
    at += 4 + start.readUInt16LE(at + 2);
  }
  return false;
}

/** VBAInfoContainer around its VBAInfoAtom ([MS-PPT] 2.4.10): both headers, which are always the same. */
const macroRecord = Buffer.from('1f00ff0314000000020000040c000000', 'hex');

async function hazardOf(file: RandomAccess, compound: CompoundFile, kind: FileKind): Promise<Hazard | undefined> {
  const rootNames = compound.root.map(({ name }) => name.toLowerCase());
  const deep = compound.all.some(({ name }) => name.toLowerCase() === '_vba_project');
  if (deep || rootNames.includes('macros') || rootNames.includes('_vba_project_cur')) return 'macros';
  if (kind === 'ppt' && (await hasMacroRecord(file))) return 'macros';
  for (const stream of compound.all.filter(({ name }) => name === packageStream).slice(0, maxPackages)) {
    if (namesProgram(await compound.readStart(stream, 512))) return 'program';
  }
  return undefined;
}

/** After both headers a number, then 1 when there are macros. */
async function hasMacroRecord(file: RandomAccess): Promise<boolean> {
  for await (const { at, bytes } of pieces(file, 0, macroRecord.length + 8)) {
    if (at > maxScan) return false;
    const record = bytes.indexOf(macroRecord);
    if (record !== -1 && record + 24 <= bytes.length && bytes.readUInt32LE(record + 20) === 1) return true;
  }
  return false;
}
