import type { FileKind } from './formats/detected-file';
import { isFileKind } from './formats/detected-file';

/** Other endings of our kinds, as cameras, browsers and phones write them. */
const aliases: Readonly<Record<string, FileKind>> = {
  jpeg: 'jpg',
  jpe: 'jpg',
  jfif: 'jpg',
  pjpeg: 'jpg',
  pjp: 'jpg',
  m4v: 'mp4',
  '3gp': 'mp4',
  qt: 'mov',
  apng: 'png',
};
/** Endings that say nothing of what a file is; phones write them when they do not know. */
const empty = ['unknown', 'tmp', 'temp', 'bin', 'dat', 'file', 'download'];
/** What a second download puts behind a name: `执照.jpg(1)`, `执照.jpg (1)`. */
const copyNumber = /\s?[(（]\d{1,3}[)）]$/;

/** A name's ending in lower case without its dot, `''` without one; full-width dots and a copy's number do not hide it. */
export function endingOf(name: string): string {
  return /[.．。]([A-Za-z0-9]{1,10})$/.exec(name.trim().replace(copyNumber, ''))?.[1]?.toLowerCase() ?? '';
}

/** The kind that a name's ending claims, if it is one of ours; `.jpeg`, `.jfif` and such are jpg. */
export function kindByName(name: string): FileKind | undefined {
  const ending = endingOf(name);
  if (Object.hasOwn(aliases, ending)) return aliases[ending];
  return isFileKind(ending) ? ending : undefined;
}

/**
 * The name under which a file of this kind is kept: as it was when its ending is right, else with the right one in the
 * place of another kind's or of an empty one (`照片.unknown`), or behind it (`计划.v2`). Expects a clean name.
 */
export function nameForKind(name: string, kind: FileKind): string {
  const ending = endingOf(name);
  if (ending === kind && name.toLowerCase().endsWith(`.${kind}`)) return name;
  if (ending === 'jpeg' && kind === 'jpg' && name.toLowerCase().endsWith('.jpeg')) return name;
  const replaced = kindByName(name) !== undefined || empty.includes(ending);
  if (!replaced) return `${name}.${kind}`;
  const copy = copyNumber.exec(name)?.[0].trim() ?? '';
  const stem = name.replace(copyNumber, '').slice(0, -ending.length - 1);
  return `${stem === '' ? '未命名' : stem}${copy}.${kind}`;
}
