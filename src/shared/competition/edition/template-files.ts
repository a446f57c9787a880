import type { Slot } from '../../files/slot';

/** The files that the city hands out with the guide: forms to fill in, samples. */
export const templateSlot: Slot = {
  code: 'template',
  zh: '模板文件',
  hintZh: 'Word、Excel、PPT、PDF 或照片，每个不超过 20 MB，最多 10 个',
  kinds: ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'jpg', 'png'],
  maxBytes: 20 * 1024 * 1024,
  files: 10,
};

/** The list of the guide's part that names them; its items are known by their uploads. */
export const templateList = 'guide.templates';

/** The uploads that a guide as it is typed (`Values`) names. */
export const templatesIn = (values: Readonly<Record<string, unknown>>): string[] => {
  const named = values[templateList];
  return typeof named === 'string' && named !== '' ? named.split(',') : [];
};

/** A file's name as people are first shown it: without its ending. */
export const templateName = (fileName: string): string => fileName.replace(/\.[a-zA-Z0-9]{1,5}$/, '').slice(0, 60);
