import type { RandomAccess } from '../storage';
import type { Hazard } from './detected-file';
import { holdsProgram, isProgramName } from './programs';
import { readPart, type ZipPart } from './zip';

const maxRelations = 256 * 1024;
const maxEmbedded = 64 * 1024;
const maxText = 4 * 1024 * 1024;
/** All that is unpacked of one document, so that a hostile one costs little. */
const budgetBytes = 8 * 1024 * 1024;
const maxParts = 256;
const maxFields = 5000;

/** Parts of a Word document whose fields Word works out. */
const textParts = /^word\/((document|header|footer|footnotes|endnotes|comments)[^/]*|glossary\/document)\.xml$/;

/**
 * What an Office document would do besides showing itself: run macros (told by content type or name, whatever the part is
 * called), fetch something from outside (every external relationship but a hyperlink, films and sounds of the web,
 * and files on the author's own disk, which nobody else's computer fetches), start a program by DDE, or hand one over.
 * `allSeen` is false when it is so large that some of it was not looked at: 8 MB are unpacked at most, of 256 parts.
 */
export async function hazardInside(
  file: RandomAccess,
  parts: readonly ZipPart[],
  contentTypes: string,
): Promise<{ readonly hazard?: Hazard; readonly allSeen: boolean }> {
  if (/vnd\.ms-office\.vbaProject|macroEnabled/i.test(contentTypes)) return { hazard: 'macros', allSeen: true };
  if (parts.some(({ name }) => /(^|\/)vba[^/]*\.bin$/.test(name))) return { hazard: 'macros', allSeen: true };
  if (parts.some(({ name }) => isProgramName(name))) return { hazard: 'program', allSeen: true };

  let left = budgetBytes;
  let partsLeft = maxParts;
  let allSeen = true;
  const looks: readonly (readonly [RegExp, number, (bytes: Buffer) => Hazard | undefined])[] = [
    [/\.rels$/, maxRelations, (bytes) => (fetchesFromOutside(bytes.toString('utf8')) ? 'outside' : undefined)],
    [textParts, maxText, (bytes) => (asksByDde(bytes.toString('utf8')) ? 'dde' : undefined)],
    [/\/embeddings\/.*\.bin$/, maxEmbedded, (bytes) => (holdsProgram(bytes) ? 'program' : undefined)],
  ];
  for (const [names, limit, look] of looks) {
    for (const part of parts.filter(({ name }) => names.test(name))) {
      const wanted = Math.min(limit, left);
      partsLeft -= 1;
      if (wanted <= 0 || partsLeft < 0) return { allSeen: false };
      // Of an embedded object its beginning is enough.
      if (part.size > wanted && limit !== maxEmbedded) allSeen = false;
      const bytes = await readPart(file, part, wanted);
      left -= bytes?.length ?? 1024;
      const hazard = bytes === undefined ? undefined : look(bytes);
      if (hazard !== undefined) return { hazard, allSeen };
    }
  }
  return { allSeen };
}

/** Types that only lead somewhere when a reader taps them. */
const tapped = /\/(hyperlink|video|audio|media)$/i;
/** A file on a drive of the author's (file:///C:/…, C:\…, /Users/…, or a bare name beside the document). */
const onOwnDisk = /^(file:\/{0,4})?([a-z]:|[a-z]%3a)[\\/]|^file:\/\/(localhost)?\/(?![\\/])|^[^:\\/][^:]*$/i;

function fetchesFromOutside(relations: string): boolean {
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^<>]{0,8000}>/g)) {
    if (attribute(tag, 'TargetMode').toLowerCase() !== 'external') continue;
    if (!tapped.test(attribute(tag, 'Type')) && !onOwnDisk.test(attribute(tag, 'Target').trim())) return true;
  }
  return false;
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found?.[1] ?? found?.[2] ?? '';
}

/** A field of DDE or DDEAUTO (ECMA-376-1, 17.16.5); its letters may be spread over several runs. */
function asksByDde(xml: string): boolean {
  if (!xml.includes('instrText') && !xml.includes('fldSimple')) return false;
  const pieces = xml.matchAll(
    /<w:(fldChar\b[^<>]{0,400}|instrText\b[^<>]{0,200}>([^<]{0,4000})|fldSimple\b[^<>]{0,4000})/g,
  );
  let instruction = '';
  let left = maxFields;
  for (const [, tag = '', text = ''] of pieces) {
    if (tag.startsWith('fldSimple') && isDde(/instr\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? '')) return true;
    if (tag.startsWith('instrText')) instruction += text;
    if (tag.startsWith('fldChar')) instruction = '';
    if (isDde(instruction)) return true;
    left -= 1;
    if (left < 0) return false;
  }
  return false;
}

const isDde = (instruction: string): boolean => /^\s*DDE(AUTO)?\s/i.test(instruction);
