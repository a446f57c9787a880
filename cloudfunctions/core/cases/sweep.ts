import { type RawBuilder, sql } from 'kysely';
import { faultOf } from '../platform/log/fault';
import { at } from '../platform/schema';
import { type Call, makeCall } from '../rpc/call';
import type { Home } from '../rpc/home';
import { move } from './move';
import type { Noun, NounTypes } from './noun';

const atOnce = 50;

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
export async function sweep<Of extends NounTypes>(
  home: Home,
  noun: Noun<Of>,
  { command, due, only = sql`true`, load, make }: Sweep<Of['command'], Of['subject']>,
): Promise<number> {
  const now = home.now();
  const table = sql.table(noun.table);
  // Spelled out, so that an index over these states serves.
  const from = sql.join(noun.lifecycle.moves[command].from.map((state) => sql.lit(state)));
  const failed: string[] = [];
  let most = atOnce;
  let moved = 0;
  for (;;) {
    let ids: string[] = [];
    try {
      await home.db.transaction().execute(async (tx) => {
        const others = failed.length === 0 ? sql`` : sql`and id <> all(${failed}::uuid[])`;
        const { rows } = await sql<{ id: string }>`
        select id from ${table} where state in (${from}) and ${sql.ref(due)} <= ${at(now)} and ${only} ${others}
        order by ${sql.ref(due)}, id limit ${most} for update skip locked`.execute(tx);
        ids = rows.map(({ id }) => id);
        if (ids.length === 0) return;
        const call = makeCall(home, tx, null, now);
        const turn = (subject: Of['subject']) => ids.indexOf(String(subject[noun.key]));
        const subjects = await load(call, ids);
        // In the order of their instants: what one lets go, another may be given.
        for (const subject of subjects.sort((a, b) => turn(a) - turn(b)))
          await (make?.(call, subject) ?? move(call, noun, subject, { command, version: null }));
      });
    } catch (error) {
      const [id, ...others] = ids;
      if (id === undefined) throw error;
      // One that cannot be moved keeps no other: taken alone it is found, told of and passed by.
      if (others.length === 0) {
        failed.push(id);
        const { name } = noun.lifecycle;
        home.log.error({ part: `${name}/${command}`, id, error: faultOf(error) }, 'the clock could not move a case');
      }
      most = 1;
      continue;
    }
    moved += ids.length;
    if (ids.length < most) break;
  }
  if (moved > 0) home.wake();
  return moved;
}
