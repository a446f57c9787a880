import type { Slot } from '../../files/slot';

/** What may be sent along with an announcement. */
export const announcementSlots: readonly Slot[] = [
  {
    code: 'attachment',
    zh: '附件',
    hintZh: 'PDF、Word、Excel、PPT 或照片，不超过 20 MB',
    kinds: ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'jpg', 'png'],
    maxBytes: 20 * 1024 * 1024,
  },
];
