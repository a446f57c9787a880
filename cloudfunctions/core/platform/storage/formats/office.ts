import type { RandomAccess } from '../storage';
import type { DetectedFile, FileKind } from './detected-file';
import { hazardInside } from './office-hazards';
import { readPart, readZip, type ZipPart } from './zip';

const maxContentTypes = 1024 * 1024;
/** What states more is refused: it costs nothing here, but Word and WeChat unpack it. */
const maxUnpacked = 500 * 1024 * 1024;
const officeKinds: readonly FileKind[] = ['docx', 'pptx', 'xlsx'];

/** The content types of the main part (ECMA-376-1, part 1), by kind. */
const mainTypes: readonly (readonly [FileKind, RegExp])[] = [
  ['docx', /wordprocessingml\.document\.main\+xml|ms-word\.document\.macroenabled\.main\+xml/i],
  [
    'pptx',
    /presentationml\.(presentation|slideshow)\.main\+xml|ms-powerpoint\.(presentation|slideshow)\.macroenabled\.main\+xml/i,
  ],
  ['xlsx', /spreadsheetml\.sheet\.main\+xml|ms-excel\.sheet\.macroenabled\.main\+xml/i],
];
const usualMain: Readonly<Record<string, string>> = {
  docx: 'word/document.xml',
  pptx: 'ppt/presentation.xml',
  xlsx: 'xl/workbook.xml',
};

/**
 * Looks at a file that begins like a zip and says which Office document (ECMA-376) it is: by the content type of its main
 * part, which must be there. Refuses what states more than 500 MB unpacked before anything is unpacked, then looks for macros, programs and
 * what is fetched from outside. Unpacks at most 1 MB of content types and what `hazardInside` looks at.
 */
export async function detectOffice(file: RandomAccess): Promise<DetectedFile> {
  const parts = await readZip(file);
  if (parts === undefined) {
    // The end is missing. What it was to be can only be guessed from its beginning: Office's begin with these.
    const head = (await file.read(0, 4096)).toString('latin1');
    const office = /\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|ppt\/|xl\//.test(head);
    return office ? { state: 'damaged', could: officeKinds } : { state: 'foreign', looksLike: '不完整的压缩包' };
  }
  const has = (start: string) => parts.some((part) => part.name.startsWith(start));
  const types = parts.find((part) => part.name === '[content_types].xml');
  const folders = officeKinds.filter((kind) => has(folderOf(kind)));
  if (types === undefined || folders.length === 0 || isPackageOfPrograms(has)) {
    return { state: 'foreign', looksLike: nameOfOtherZip(has) };
  }
  if (folders.length > 1) return { state: 'foreign', looksLike: 'ZIP 压缩包' };
  if (parts.some((part) => part.encrypted)) return { state: 'encrypted', could: folders };
  const unpacked = parts.reduce((sum, part) => sum + part.size, 0);
  if (unpacked > maxUnpacked) return { state: 'hazardous', could: folders, hazard: 'unpacksHuge' };

  const text = (await readPart(file, types, maxContentTypes))?.toString('utf8');
  if (text === undefined) return { state: 'damaged', could: folders };
  const kind = mainTypes.find(([it, type]) => type.test(text) && folders.includes(it))?.[0];
  if (kind === undefined) return otherOffice(text, folders);
  const main = mainPart(parts, text, kind);
  if (main === undefined || (await readPart(file, main, 1)) === undefined) return { state: 'damaged', could: [kind] };
  const { hazard, allSeen } = await hazardInside(file, parts, text);
  if (hazard !== undefined) return { state: 'hazardous', could: [kind], hazard };
  return { state: 'sound', kind, ...(allSeen ? {} : { marks: ['not-all-seen'] }) };
}

const folderOf = (kind: FileKind): string => usualMain[kind]?.replace(/[^/]*$/, '') ?? '';

/** The part of which the content types say that it is the main one, by its own name or by its ending. */
function mainPart(parts: readonly ZipPart[], types: string, kind: FileKind): ZipPart | undefined {
  const type = mainTypes.find(([main]) => main === kind)?.[1];
  const override = [...types.matchAll(/<(?:\w+:)?Override\b[^<>]{0,2000}>/g)].find(([tag]) => type?.test(tag))?.[0];
  const named = /PartName\s*=\s*["']\/?([^"']+)["']/.exec(override ?? '')?.[1] ?? usualMain[kind];
  return parts.find((part) => part.name === named?.replaceAll('\\', '/').toLowerCase());
}

function otherOffice(types: string, folders: readonly FileKind[]): DetectedFile {
  if (/template\.(macroenabledtemplate\.)?main\+xml|macroenabledtemplate/i.test(types))
    return { state: 'foreign', looksLike: 'Office 模板' };
  if (/vbaProject|macroenabled/i.test(types)) return { state: 'hazardous', could: folders, hazard: 'macros' };
  return { state: 'damaged', could: folders };
}

/** Programs for phones and for Java are zips too, and may be documents at the same time. */
function isPackageOfPrograms(has: (start: string) => boolean): boolean {
  return has('androidmanifest.xml') || has('classes.dex') || has('meta-inf/manifest.mf');
}

function nameOfOtherZip(has: (start: string) => boolean): string {
  if (has('androidmanifest.xml') || has('classes.dex')) return '安卓安装包';
  if (has('meta-inf/manifest.mf')) return 'Java 程序包';
  if (has('ofd.xml')) return 'OFD 版式文件';
  if (has('index/') && has('metadata/')) return 'Keynote、Pages 或 Numbers 文稿';
  if (has('content.xml') && has('mimetype')) return 'OpenDocument 文档';
  return 'ZIP 压缩包';
}
