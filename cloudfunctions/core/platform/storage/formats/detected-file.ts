/** The kinds this product can take and tell apart. `jpg` stands for .jpeg and its like too. */
export const fileKinds = ['pdf', 'jpg', 'png', 'mp4', 'mov', 'docx', 'pptx', 'xlsx', 'doc', 'ppt', 'xls'] as const;

export type FileKind = (typeof fileKinds)[number];

/** What may be kept: what people send, and archives that are made here of it. */
export type KeptKind = FileKind | 'zip';

/** Why a file of one of our kinds that opens is not taken all the same. */
export type Hazard =
  | 'macros'
  | 'outside'
  | 'dde'
  | 'program'
  | 'launch'
  | 'unpacksHuge'
  | 'tooManyPixels'
  | 'noPicture';

/**
 * What staff are told of a file that was accepted: scripts or an action at opening in a PDF, a film whose coding (the
 * sample entry's four letters) not every phone can play, a document too large to be looked through wholly.
 */
export type FileMark = 'pdf-script' | 'pdf-open-action' | 'not-all-seen' | `codec:${string}`;

/**
 * What a file's bytes say it is, whatever its name.
 * - `sound`: this kind, and its structure is whole as far as can be seen without reading all of it; `seconds` is a film's
 *   running time, undefined when it cannot be told
 * - `encrypted`, `damaged`: a kind among `could`, but nobody could open it
 * - `hazardous`: a kind among `could` that does more than show itself, or would choke who opens it
 * - `foreign`: none of ours; `looksLike` names it for people when it is recognised
 */
export type DetectedFile =
  | {
      readonly state: 'sound';
      readonly kind: FileKind;
      readonly seconds?: number;
      readonly marks?: readonly FileMark[];
    }
  | { readonly state: 'encrypted'; readonly could: readonly FileKind[] }
  | { readonly state: 'damaged'; readonly could: readonly FileKind[] }
  | { readonly state: 'hazardous'; readonly could: readonly FileKind[]; readonly hazard: Hazard }
  | { readonly state: 'foreign'; readonly looksLike: string | null };

const names: Record<FileKind, string> = {
  pdf: 'PDF',
  jpg: 'JPG 图片',
  png: 'PNG 图片',
  mp4: 'MP4 视频',
  mov: 'MOV 视频',
  docx: 'Word 文档',
  pptx: 'PPT 演示文稿',
  xlsx: 'Excel 表格',
  doc: '旧版 Word 文档',
  ppt: '旧版 PPT 演示文稿',
  xls: '旧版 Excel 表格',
};

/** A kind's name for people. */
export function nameOfKind(kind: FileKind): string {
  return names[kind];
}

/** Is this text, such as an extension, one of the kinds? */
export function isFileKind(text: string): text is FileKind {
  return Object.hasOwn(names, text);
}
