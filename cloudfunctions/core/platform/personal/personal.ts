import { toShanghai } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import type { Call } from '../../rpc/call';
import type { Db } from '../db';

/** Something that is one person's own, by its kind and id: an entry that they lead, a letter of theirs. As in the audit, `kind:id`. */
export type OwnThing = { readonly kind: string; readonly id: string };

/** A person with all that is their own. */
export type Person = { readonly personId: string; readonly things: readonly OwnThing[] };

/** Somebody who is being erased. */
export type Leaver = Person & {
  /** Things of which a law keeps a record; what else stands of them goes. */
  readonly kept: ReadonlySet<string>;
  /** In epoch milliseconds. */
  readonly askedAt: number;
};

/** One kind of what a person is handed: rows with the words for their columns. Instants are epoch milliseconds, made readable by `readable`. */
export type HandedOut = {
  readonly zh: string;
  readonly columns: Readonly<Record<string, string>>;
  read(call: Call, person: Person): Promise<ReadonlyArray<Readonly<Record<string, unknown>>>>;
};

/** Empties or deletes some rows of a person, in the caller's transaction. Answers how many; none is left once it answers 0. */
export type EraseStep = (db: Db, leaver: Leaver) => Promise<number>;

/** What an area declares of a table that names persons, or holds what they typed. */
export type PersonalTable = {
  readonly table: string;
  /** Its columns that hold a person's id; a house test holds that none is forgotten. */
  readonly persons: readonly string[];
  /** What its owner is handed; or why not, in words for them. */
  readonly handed: HandedOut | { readonly notZh: string };
  /** What becomes of it when the account is closed; or why it stays. `ofStaff`: it holds the work of staff, so whoever never was has none. */
  readonly erased: EraseStep | { readonly staysZh: string; readonly ofStaff?: true };
};

/** What an area knows of persons, by which everything is handed out and erased. */
export type Personal = {
  readonly tables: readonly PersonalTable[];
  things?(db: Db, personId: string): Promise<OwnThing[]>;
  /** What hangs from these things and has an id of its own. */
  hangs?(db: Db, ids: readonly string[]): Promise<OwnThing[]>;
  /**
   * Some things whose term is over and of which something is left to empty; none once all are. `now` in epoch milliseconds. Or why the clock empties
   * none of them; whoever has things says one or the other.
   */
  outlived?: ((db: Db, now: number) => Promise<OwnThing[]>) | { readonly whyNotZh: string };
  /** Of which of these a law keeps a record still. */
  recorded?(db: Db, ids: readonly string[], now: number): Promise<string[]>;
  /** Things of which a record stays, and by which law. */
  keeps?(db: Db, personId: string): Promise<Array<{ id: string; whyZh: string }>>;
  /** What has to be done before an account can be closed, in words. */
  hinders?(call: Call): Promise<string[]>;
  /** What would go, in words for whoever thinks of closing the account. */
  foresees?(call: Call, kept: ReadonlySet<string>): Promise<string[]>;
  /** What happens at once as the account is closed, in its transaction. */
  leaves?(call: Call, kept: ReadonlySet<string>): Promise<void>;
};

/** Rows that are taken at once. */
export const erasedAtOnce = 500;
/** Rows of one kind that a person is handed; the newest. Where there are more it is said. */
export const handedAtMost = 20_000;

const ids = (things: readonly OwnThing[]) => things.map(({ id }) => id);

/** That a row is of a thing of theirs: `column` is its id. */
export const ofThings =
  (column: string) =>
  ({ things }: Person): RawBuilder<unknown> =>
    sql`${sql.ref(column)} = any(${ids(things)}::uuid[])`;
/** That a row is theirs: `column` is the person. */
export const ofPerson =
  (column: string) =>
  ({ personId }: Person): RawBuilder<unknown> =>
    sql`${sql.ref(column)} = ${personId}`;

/** Deletes such rows, some at a time. */
export const deletes =
  (table: string, which: (leaver: Leaver) => RawBuilder<unknown>): EraseStep =>
  async (db, leaver) => {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)}
      where ctid = any (array (select ctid from ${sql.table(table)} where ${which(leaver)} limit ${erasedAtOnce}))`.execute(
      db,
    );
    return Number(numAffectedRows ?? 0);
  };

/** Empties columns of such rows, some at a time. @param to column → what stands there afterwards; a row where it stands already is done */
export const empties =
  (
    table: string,
    to: Readonly<Record<string, string | null>>,
    which: (leaver: Leaver) => RawBuilder<unknown>,
  ): EraseStep =>
  async (db, leaver) => {
    const columns = Object.entries(to);
    const filled = columns.map(([name, value]) => sql`${sql.ref(name)}::text is distinct from ${value}::text`);
    const { numAffectedRows } = await sql`update ${sql.table(table)}
      set ${sql.join(columns.map(([name, value]) => sql`${sql.ref(name)} = ${value}`))}
      where ctid = any (array (select ctid from ${sql.table(table)}
        where ${which(leaver)} and (${sql.join(filled, sql` or `)}) limit ${erasedAtOnce}))`.execute(db);
    return Number(numAffectedRows ?? 0);
  };

/** Hands out columns of such rows as they stand, the newest first by `order`. */
export const hands = (
  zh: string,
  table: string,
  columns: Readonly<Record<string, string>>,
  which: (person: Person) => RawBuilder<unknown>,
  order: string,
): HandedOut => ({
  zh,
  columns,
  async read({ db }, person) {
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.join(Object.keys(columns).map((name) => sql.ref(name)))} from ${sql.table(table)}
      where ${which(person)} order by ${sql.ref(order)} desc limit ${handedAtMost}`.execute(db);
    return rows;
  },
});

/** A row as people and programs read it: instants as text in Shanghai's time. */
export const readable = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'number' && (name === 'at' || name.endsWith('_at')) ? toShanghai(value) : value,
    ]),
  );

/** In SQL: whoever is named in one of these columns, perhaps more than once, as `person_id`. */
export const namedIn = (columns: ReadonlyArray<readonly [table: string, column: string]>): RawBuilder<unknown> =>
  sql.join(
    columns.map(
      ([table, column]) =>
        sql`select ${sql.ref(column)} as person_id from ${sql.table(table)} where ${sql.ref(column)} is not null`,
    ),
    sql` union all `,
  );
