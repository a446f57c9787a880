import type { EntryHead } from '../subjects';

const placeOf = (head: EntryHead): string => `XH${head.year}-${head.regionId}`;

/** The series of a region's numbers, for `counted`. */
export const referenceSeries = (head: EntryHead): string => `entry:${placeOf(head)}`;

/**
 * The number under which people speak of an entry: `XH2026-141033-0007`. It is given at the first submission and kept through
 * recall and transfer; a refused submission gives its number back, so a region's numbers have no gaps.
 */
export const referenceOf = (head: EntryHead, n: number): string => `${placeOf(head)}-${String(n).padStart(4, '0')}`;
