import type { ColumnType } from 'kysely';

/** An instant: milliseconds when read, a Date when written (see `at`), so that SQL never invents a time of its own. */
export type Instant = ColumnType<number, Date, Date>;
export type OptionalInstant = ColumnType<number | null, Date | null | undefined, Date | null>;
/** A jsonb column; written as text so that arrays are never mistaken for PostgreSQL arrays. */
export type Json<T> = ColumnType<T, string, string>;

export const at = (ms: number): Date => new Date(ms);
export const json = (value: unknown): string => JSON.stringify(value);
