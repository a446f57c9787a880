import { cleanFileName } from './clean-file-name';
import { endingOf, kindByName, nameForKind } from './file-name';
import type { DetectedFile, FileKind, FileMark, Hazard } from './formats/detected-file';
import { groupOfEnding, groupOfLooks, kindsZh, nameFound, nameOfEnding, wayOut } from './way-out';

/** What one slot takes: kinds by their names ('pdf', 'jpg' …), the limit in bytes, and how people call the slot. */
export type FileSlot = {
  readonly kinds: readonly string[];
  readonly maxBytes: number;
  /** For videos: the longest running time in seconds. */
  readonly maxSeconds?: number;
  readonly zh: string;
};

export type FileCode =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_KIND_NOT_ALLOWED'
  | 'FILE_NOT_WHAT_IT_SAYS'
  | 'FILE_ENCRYPTED'
  | 'FILE_DAMAGED'
  | 'FILE_HAZARDOUS'
  | 'FILE_UNPACKS_HUGE'
  | 'FILE_TOO_MANY_PIXELS'
  | 'FILE_NO_PICTURE'
  | 'FILE_LENGTH_UNKNOWN'
  | 'FILE_TOO_LONG';

export type FileRefusal = { readonly ok: false; readonly code: FileCode; readonly message: string };

/** An accepted file: its true kind, the name it is kept under (its ending corrected), and what staff are to be told. */
export type FileAccepted = {
  readonly ok: true;
  readonly kind: FileKind;
  readonly name: string;
  readonly marks: readonly FileMark[];
};

/** What players show as "3:00" may be a little more: frames do not divide a second evenly. */
const toleranceSeconds = 1;

/**
 * What can be said before any byte is sent, from name and size (bytes) alone: FILE_EMPTY, FILE_KIND_NOT_ALLOWED where the
 * ending certainly is another kind's, FILE_TOO_LARGE. An ending that nobody knows, or none, says nothing: the bytes will. Exactly the
 * limit is allowed (rules §2.3: "≤").
 */
export function checkAnnouncedFile(
  file: { readonly name: string; readonly size: number },
  slot: FileSlot,
): { readonly ok: true } | FileRefusal {
  if (file.size <= 0) return refuse('FILE_EMPTY', '这是一个空文件（0 字节）。请检查原文件后重新选择。');
  const [kind, ending] = [kindByName(file.name), endingOf(file.name)];
  const group = groupOfEnding(ending);
  if ((kind !== undefined && !slot.kinds.includes(kind)) || (kind === undefined && group !== undefined)) {
    const otherGroup = kind === undefined ? group : groupOfKind(kind);
    return refuse(
      'FILE_KIND_NOT_ALLOWED',
      `${slot.zh}只收 ${kindsZh(slot.kinds)}，您选的是${spaced(nameOfEnding(kind ?? ending))}。${wayOut(otherGroup, slot.kinds)}`,
    );
  }
  if (file.size > slot.maxBytes) {
    const [limit, size] = [inMb(slot.maxBytes), inMb(file.size)];
    return refuse('FILE_TOO_LARGE', `${slot.zh}不能超过 ${limit} MB，您的文件有 ${size} MB。${smaller(slot)}`);
  }
  return { ok: true };
}

/**
 * The verdict on a received file for a slot. `size` is what was counted while it arrived, `kind` what `detectKind` saw. A
 * sound file of a kind that the slot takes is accepted whatever its ending. Codes are stable; each message says in one or two sentences
 * what is wrong and what to do.
 */
export function checkFile(
  file: { readonly name: string; readonly size: number; readonly kind: DetectedFile },
  slot: FileSlot,
): FileAccepted | FileRefusal {
  const { kind: found } = file;
  const name = file.name;
  const takes = found.state === 'sound' && slot.kinds.includes(found.kind);
  const announced = checkAnnouncedFile(takes ? { ...file, name: nameForKind(name, found.kind) } : file, slot);
  if (!announced.ok) return announced;
  if (found.state === 'foreign' || (found.state === 'sound' && !takes)) return refuseOther(name, found, slot);
  if (found.state === 'encrypted') {
    return refuse('FILE_ENCRYPTED', '文件设有打开密码，审核人员打不开。请去掉密码，另存一份再传。');
  }
  if (found.state === 'damaged') {
    return refuse('FILE_DAMAGED', '文件不完整或已损坏。请先确认它能打开，再重新上传；打不开的，请找原文件重新导出。');
  }
  if (found.state === 'hazardous') return refuseHazard(found.hazard, slot);
  return checkLength(found, slot) ?? accepted(found, name);
}

function accepted(found: DetectedFile & { state: 'sound' }, name: string): FileAccepted {
  const { kind, marks = [] } = found;
  return { ok: true, kind, name: cleanFileName(nameForKind(name, kind)), marks };
}

function checkLength(found: DetectedFile & { state: 'sound' }, slot: FileSlot): FileRefusal | undefined {
  if (slot.maxSeconds === undefined || !['mp4', 'mov'].includes(found.kind)) return undefined;
  const limit = inWords(slot.maxSeconds);
  if (found.seconds === undefined) {
    const todo = '请用手机或剪辑软件重新导出为 MP4，再上传。';
    return refuse('FILE_LENGTH_UNKNOWN', `读不出视频有多长，无法确认是否在${limit}以内。${todo}`);
  }
  if (found.seconds <= slot.maxSeconds + toleranceSeconds) return undefined;
  const length = inWords(Math.ceil(found.seconds));
  return refuse('FILE_TOO_LONG', `${slot.zh}不能超过${limit}，您的视频长${length}。请剪短后重新上传。`);
}

function refuseOther(name: string, found: DetectedFile, slot: FileSlot): FileRefusal {
  const actual = nameFound(found);
  const claimed = kindByName(name);
  const group = found.state === 'sound' ? groupOfKind(found.kind) : groupOfLooks(actual ?? '');
  const says = claimed === undefined ? '这个文件' : `这个文件名是${spaced(nameOfEnding(claimed))}，`;
  const is = claimed === undefined ? '是' : '里面其实是';
  const what =
    actual === null
      ? `${says}${claimed === undefined ? '不是' : '里面却不是'} ${kindsZh(slot.kinds)}`
      : `${says}${is}${spaced(actual)}`;
  return refuse('FILE_NOT_WHAT_IT_SAYS', `${what}。${wayOut(group, slot.kinds)}`);
}

function refuseHazard(hazard: Hazard, slot: FileSlot): FileRefusal {
  const asPdf = slot.kinds.includes('pdf') ? '请另存为 PDF 后上传' : '请另存一份不含这些内容的再传';
  switch (hazard) {
    case 'macros':
    case 'outside':
    case 'dde':
      return refuse('FILE_HAZARDOUS', `文件含有宏或外部链接，${asPdf}。`);
    case 'program':
    case 'launch':
      return refuse('FILE_HAZARDOUS', '文件里带有程序，或会打开别的程序和文件。请删去后用“打印”另存为 PDF 再传。');
    case 'unpacksHuge':
      return refuse(
        'FILE_UNPACKS_HUGE',
        '文件解开后超过 500 MB，手机和电脑都打不开。请压缩里面的图片和视频，或另存为 PDF 再传。',
      );
    case 'tooManyPixels':
      return refuse('FILE_TOO_MANY_PIXELS', '图片超过 1 亿像素，手机打不开。请截屏后传截图，或缩小尺寸再传。');
    case 'noPicture':
      return refuse('FILE_NO_PICTURE', '这个文件里没有视频画面。请选有画面的视频，或重新录制、导出后再传。');
  }
}

function groupOfKind(kind: FileKind): 'picture' | 'film' | 'document' {
  if (kind === 'jpg' || kind === 'png') return 'picture';
  return kind === 'mp4' || kind === 'mov' ? 'film' : 'document';
}

function smaller(slot: FileSlot): string {
  return slot.kinds.includes('mp4')
    ? '请剪短，或用较低的清晰度导出再传。'
    : '请压缩文件里的图片，或另存为较小的 PDF 再传。';
}

function refuse(code: FileCode, message: string): FileRefusal {
  return { ok: false, code, message };
}

/** A space between Chinese and a name that begins with a letter or a digit. */
function spaced(name: string): string {
  return /^[A-Za-z0-9.]/.test(name) ? ` ${name}` : name;
}

/** Megabytes (1,048,576 bytes), rounded up to a tenth, so that a file just above 20 MB never reads "20". */
function inMb(bytes: number): string {
  return String(Math.ceil((bytes / (1024 * 1024)) * 10) / 10);
}

function inWords(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return ` ${rest} 秒`;
  return rest === 0 ? ` ${minutes} 分钟` : ` ${minutes} 分 ${rest} 秒`;
}
