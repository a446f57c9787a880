import { type DetectedFile, type FileKind, isFileKind, nameOfKind } from './formats/detected-file';

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
  | 'FILE_TOO_LONG';

export type FileVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: FileCode; readonly message: string };

/**
 * What can be said before any byte is sent, from name and size (bytes) alone: FILE_EMPTY, FILE_KIND_NOT_ALLOWED by
 * extension, FILE_TOO_LARGE. Exactly the limit is allowed (rules §2.3: "≤").
 */
export function checkAnnouncedFile(
  file: { readonly name: string; readonly size: number },
  slot: FileSlot,
): FileVerdict {
  if (file.size <= 0) return refuse('FILE_EMPTY', '这是一个空文件（0 字节）。请检查原文件后重新选择。');
  if (!slot.kinds.includes(kindByName(file.name) ?? '')) {
    const extension = extensionOf(file.name);
    const is = extension === '' ? '没有扩展名' : `是 .${extension} 文件`;
    return refuse(
      'FILE_KIND_NOT_ALLOWED',
      `${slot.zh}只收 ${slot.kinds.join('、')} 格式，您选的文件${is}。请换一份文件重新上传。`,
    );
  }
  if (file.size > slot.maxBytes) {
    const [limit, size] = [inMb(slot.maxBytes), inMb(file.size)];
    return refuse('FILE_TOO_LARGE', `${slot.zh}不能超过 ${limit} MB，您的文件有 ${size} MB。请压缩后重新上传。`);
  }
  return { ok: true };
}

/**
 * The verdict on a received file for a slot. `size` is what was counted while it arrived, `kind` what `detectKind` saw.
 * Codes are stable; each message says in one or two sentences what is wrong and what to do.
 */
export function checkFile(
  file: { readonly name: string; readonly size: number; readonly kind: DetectedFile },
  slot: FileSlot,
): FileVerdict {
  const announced = checkAnnouncedFile(file, slot);
  if (!announced.ok) return announced;
  const named = kindByName(file.name);
  const found = file.kind;
  if (named === undefined || !couldBe(found, named)) return refuseDisguise(file.name, found);
  if (found.state === 'encrypted') {
    return refuse('FILE_ENCRYPTED', '文件设有密码或权限限制，审核人员无法打开。请另存为不带密码的文件后重新上传。');
  }
  if (found.state === 'damaged') {
    return refuse('FILE_DAMAGED', '文件不完整或已损坏。请先在手机或电脑上确认能够打开，再重新上传。');
  }
  if (found.state === 'sound' && slot.maxSeconds !== undefined && (found.seconds ?? 0) > slot.maxSeconds) {
    const [limit, length] = [inWords(slot.maxSeconds), inWords(found.seconds ?? 0)];
    return refuse('FILE_TOO_LONG', `${slot.zh}不能超过${limit}，您的视频长${length}。请剪短后重新上传。`);
  }
  return { ok: true };
}

/** The kind that a name's extension claims, if it is one of ours; `.jpeg` is jpg. */
function kindByName(name: string): FileKind | undefined {
  const extension = extensionOf(name);
  const kind = extension === 'jpeg' ? 'jpg' : extension;
  return isFileKind(kind) ? kind : undefined;
}

function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function couldBe(found: DetectedFile, kind: FileKind): boolean {
  if (found.state === 'foreign') return false;
  return found.state === 'sound' ? found.kind === kind : found.could.includes(kind);
}

function refuseDisguise(name: string, found: DetectedFile): FileVerdict {
  const actual = nameFound(found);
  const kind = extensionOf(name).toUpperCase();
  const is = actual === null ? '里面不是这种格式' : `里面其实是${/^[A-Z0-9]/.test(actual) ? ' ' : ''}${actual}`;
  const todo = `请换一个文件，或在电脑上另存为 ${kind} 再传。`;
  return refuse('FILE_NOT_WHAT_IT_SAYS', `这个文件名是 ${kind}，${is}。${todo}`);
}

function nameFound(found: DetectedFile): string | null {
  if (found.state === 'foreign') return found.looksLike;
  if (found.state === 'sound') return nameOfKind(found.kind);
  const [only, ...others] = found.could;
  if (only !== undefined && others.length === 0) return nameOfKind(only);
  return 'Office 文件';
}

function refuse(code: FileCode, message: string): FileVerdict {
  return { ok: false, code, message };
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
