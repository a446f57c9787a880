import type { EntrySubject } from '../subject';

/** A draft that was never submitted goes with all that stands in it; one that was ever submitted is withdrawn and stays (conventions, Numbers decided). */
export const isDeletable = (entry: EntrySubject): boolean => entry.state === 'draft' && entry.reference === null;
