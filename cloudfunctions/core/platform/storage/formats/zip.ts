import type { RandomAccess } from '../storage';
import type { DetectedFile, FileKind } from './detected-file';

const endRecordBytes = 22;
const maxComment = 65_535;
const maxDirectoryBytes = 1024 * 1024;
const officeFolders = [
  ['docx', 'word/'],
  ['pptx', 'ppt/'],
  ['xlsx', 'xl/'],
] as const satisfies readonly (readonly [FileKind, string])[];
const officeKinds = officeFolders.map(([kind]) => kind);

type Entry = { readonly name: string; readonly encrypted: boolean; readonly offset: number };

/**
 * Looks at a file that begins like a zip (APPNOTE 6.3) and says which Office document (ECMA-376, part 2) it is, from
 * its directory alone: nothing is unpacked, so a zip bomb costs nothing. Reads its last 64 KB and at most 1 MB of directory.
 */
export async function detectZip(file: RandomAccess): Promise<DetectedFile> {
  const entries = await readDirectory(file);
  if (entries === undefined) {
    // The end is missing. What it was to be can only be guessed from its beginning: Office's begin with these.
    const head = (await file.read(0, 4096)).toString('latin1');
    const office = /\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|ppt\/|xl\//.test(head);
    return office ? { state: 'damaged', could: officeKinds } : { state: 'foreign', looksLike: '不完整的压缩包' };
  }

  const has = (start: string) => entries.some((entry) => entry.name.startsWith(start));
  const contentTypes = entries.find((entry) => entry.name === '[Content_Types].xml');
  const kinds = officeFolders.filter(([, folder]) => has(folder)).map(([kind]) => kind);
  const [kind] = kinds;
  if (contentTypes === undefined || kind === undefined || kinds.length > 1) {
    return { state: 'foreign', looksLike: nameOfOtherZip(has) };
  }
  if (entries.some((entry) => entry.name.endsWith('/vbaProject.bin'))) {
    return { state: 'foreign', looksLike: '含宏的 Office 文件' };
  }
  if (entries.some((entry) => entry.encrypted)) return { state: 'encrypted', could: [kind] };
  const local = await file.read(contentTypes.offset, 4);
  return local.toString('latin1') === 'PK\x03\x04' ? { state: 'sound', kind } : { state: 'damaged', could: [kind] };
}

/** The central directory's entries; undefined when the file ends without one, or it does not fit. */
async function readDirectory(file: RandomAccess): Promise<readonly Entry[] | undefined> {
  const tailStart = Math.max(0, file.size - endRecordBytes - maxComment);
  const tail = await file.read(tailStart, endRecordBytes + maxComment);
  const at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (at === -1 || tail.length < at + endRecordBytes) return undefined;
  const count = tail.readUInt16LE(at + 10);
  const size = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  if (size > maxDirectoryBytes || offset + size > tailStart + at) return undefined;
  return parseDirectory(await file.read(offset, size), count);
}

function parseDirectory(bytes: Buffer, count: number): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (bytes.length < at + 46 || bytes.toString('latin1', at, at + 4) !== 'PK\x01\x02') return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    const end = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      offset: bytes.readUInt32LE(at + 42),
    });
    at = end;
  }
  return at <= bytes.length ? entries : undefined;
}

function nameOfOtherZip(has: (start: string) => boolean): string {
  if (has('AndroidManifest.xml')) return '安卓安装包';
  if (has('META-INF/MANIFEST.MF')) return 'Java 程序包';
  if (has('OFD.xml')) return 'OFD 版式文件';
  if (has('Index/') && has('Metadata/')) return 'Keynote、Pages 或 Numbers 文稿';
  if (has('content.xml') && has('mimetype')) return 'OpenDocument 文档';
  return 'ZIP 压缩包';
}
