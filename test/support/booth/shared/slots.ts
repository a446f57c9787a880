import type { Slot } from '@shared/files/slot';

/** What an asker may send along. */
export const boothSlots: readonly Slot[] = [
  { code: 'plan', zh: '展位布置图', hintZh: '', kinds: ['pdf'], maxBytes: 1024 * 1024 },
];
