/** The kinds this product can take and tell apart. `jpg` stands for .jpeg too. */
export const fileKinds = ['pdf', 'jpg', 'png', 'mp4', 'mov', 'docx', 'pptx', 'xlsx', 'doc', 'ppt', 'xls'] as const;

export type FileKind = (typeof fileKinds)[number];

/**
 * What a file's bytes say it is, whatever its name.
 * - `sound`: this kind, and its structure is whole as far as can be seen without reading all of it
 * - `encrypted`, `damaged`: a kind among `could`, but nobody could open it
 * - `foreign`: none of ours; `looksLike` names it for people when it is recognised
 */
export type DetectedFile =
  | { readonly state: 'sound'; readonly kind: FileKind; readonly seconds?: number }
  | { readonly state: 'encrypted' | 'damaged'; readonly could: readonly FileKind[] }
  | { readonly state: 'foreign'; readonly looksLike: string | null };

const names: Record<FileKind, string> = {
  pdf: 'PDF 文档',
  jpg: 'JPG 图片',
  png: 'PNG 图片',
  mp4: 'MP4 视频',
  mov: 'MOV 视频',
  docx: 'Word 文档（.docx）',
  pptx: 'PowerPoint 演示文稿（.pptx）',
  xlsx: 'Excel 表格（.xlsx）',
  doc: '旧版 Word 文档（.doc）',
  ppt: '旧版 PowerPoint 演示文稿（.ppt）',
  xls: '旧版 Excel 表格（.xls）',
};

/** A kind's name for people. */
export function nameOfKind(kind: FileKind): string {
  return names[kind];
}

/** Is this text, such as an extension, one of the kinds? */
export function isFileKind(text: string): text is FileKind {
  return Object.hasOwn(names, text);
}
