import type { Slot } from '../files/slot';

/** What a fact that staff checked was seen by: beside the words, never instead of them. No fact that is kept is sensitive, so none has to have one. */
export const factSlots = [
  {
    code: 'evidence',
    zh: '依据文件',
    hintZh: '照片或 PDF，不超过 10 MB，申请人本人也能查看',
    kinds: ['jpg', 'png', 'pdf'],
    maxBytes: 10 * 1024 * 1024,
  },
] as const satisfies readonly [Slot];
