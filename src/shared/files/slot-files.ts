import type { Slot } from './slot';

type Room = Pick<Slot, 'files'>;

/** How many files a slot holds at most. */
export const mostFiles = ({ files }: Room): number => files ?? 1;

/** Said where no further file goes into a slot of several. */
export const slotFullZh = (slot: Room): string => `最多 ${mostFiles(slot)} 个文件，已满。要换的，点文件旁的“换一个”`;
