import type { fileSlotForm } from './form';

/** A place for files of one subject. Its shape stands in `form.ts`, once; an area adds what it asks of it. */
export type Slot = (typeof fileSlotForm)['_zod']['output'];
