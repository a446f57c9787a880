import { type RawBuilder, sql } from 'kysely';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';
import type { Home } from '../rpc/home';
import { inTurns } from './in-turns';
import { move } from './move';
import type { Noun, NounTypes } from './noun';

/** A move that the clock makes once an instant of the row is past. */
export type Sweep<Command extends string, Subject> = {
  command: Command;
  /** The column with the exclusive instant. */
  due: string;
  /** Which rows of the table, where several nouns share it; all when it is left out. */
  only?: RawBuilder<boolean>;
  /** Reads the cases, whose rows are locked by now. */
  load(call: Call, ids: readonly string[]): Promise<Subject[]>;
  /** Makes the move with all that goes with it; left out: nothing does. */
  make?(call: Call, subject: Subject): Promise<unknown>;
};

/**
 * Makes a move of the clock with every case whose instant is past: the deadline itself is checked in the moves of people, this only tidies
 * up. Any number of timers may run at once: a row is taken by one, the others pass it by. One that fails keeps no other from its move.
 * @returns how many cases it moved
 */
export function sweep<Of extends NounTypes>(
  home: Home,
  noun: Noun<Of>,
  { command, due, only = sql`true`, load, make }: Sweep<Of['command'], Of['subject']>,
): Promise<number> {
  const table = sql.table(noun.table);
  // Spelled out, so that an index over these states serves.
  const from = sql.join(noun.lifecycle.moves[command].from.map((state) => sql.lit(state)));
  return inTurns(home, {
    part: `${noun.lifecycle.name}/${command}`,
    atOnce: 50,
    async take(call, most, others) {
      const { rows } = await sql<{ id: string }>`
        select id from ${table} where state in (${from}) and ${sql.ref(due)} <= ${at(call.now)} and ${only} and ${others(sql`id`)}
        order by ${sql.ref(due)}, id limit ${most} for update skip locked`.execute(call.db);
      return rows.map(({ id }) => id);
    },
    async work(call, ids) {
      const turn = (subject: Of['subject']) => ids.indexOf(String(subject[noun.key]));
      const subjects = await load(call, ids);
      // In the order of their instants: what one lets go, another may be given.
      for (const subject of subjects.sort((a, b) => turn(a) - turn(b)))
        await (make?.(call, subject) ?? move(call, noun, subject, { command, version: null }));
    },
  });
}
