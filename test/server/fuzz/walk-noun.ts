import type { AnyLifecycle } from '@shared/kernel/define-lifecycle';
import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import type { Reply } from '../../../cloudfunctions/core/rpc/serve';
import { placesOfRows } from './fingerprint';
import type { Stage } from './stage';

/** Where the one that is walked stands. `leadsOut`: the move that is tried leads out of its state. */
export type Standing = { id: string; version: number; state: string; leadsOut: boolean };

/** Asks for a move over the wire, as whoever makes it; what has to be there first is brought only where the move leads out. */
export type Ask = (at: Standing) => Promise<Reply>;

/** How one noun is walked from its beginning to every state that anything leads to. */
export type NounWalk = {
  lifecycle: AnyLifecycle;
  table: string;
  /** The areas whose tables its moves write. */
  areas: readonly string[];
  /** The column of its state. */
  column?: string;
  /** Begins one, or says which there is; answers its id. */
  begin(): Promise<string>;
  /** Move → every way in which it is asked for over the wire. A move without one is made by nobody's call. */
  asks: Readonly<Record<string, readonly Ask[]>>;
  /** Move → what asks for it where it would lead out, and is refused all the same: by its name, what is made by another procedure or the clock alone. */
  inVain?: Readonly<Record<string, readonly Ask[]>>;
  /** Move → how it comes about where nobody's call makes it: by the clock, by what others do, or by the ground's own hand. */
  happens: Readonly<Record<string, (at: Standing) => Promise<unknown>>>;
  /** Codes with which its procedures say that a move does not lead out of where it stands, besides those of its lifecycle and of cases. */
  says?: readonly string[];
  /** Only moves that lead out are tried: it has its states and moves with another, of which all are. */
  alike?: true;
};

/** A move that was asked for as `move of state`, how that was answered, and whether it moved. */
export type Tried = {
  what: string;
  state: string;
  status: number;
  code: string;
  message: string;
  leadsOut: boolean;
  inVain: boolean;
  moved: boolean;
};
export type Walked = { states: string[]; tries: Tried[]; made: string[]; changed: string[] };

/** What a move of a noun may write: the tables of its areas, and of the ground. */
function tablesOf({ areas: named }: NounWalk): string[] {
  const theirs = areas.filter(({ name }) => [...named, 'forms', 'files'].includes(name));
  return ['subject', 'move', 'audit', 'outbox', 'done_once', ...theirs.flatMap(({ tables = [] }) => tables)];
}

/**
 * The codes with which a try may be refused that does not lead out of where it stands: staff are not told of what is not with them, and are told to take
 * first only what can be taken.
 */
export const noWay = ({ lifecycle: { name, moves }, says = [] }: NounWalk, state: string): readonly string[] => [
  `${name.replace(/-/g, '_').toUpperCase()}_MOVE_NOT_ALLOWED`,
  ...(Object.values(moves).some(({ held, from }) => held === 'free' && from.includes(state)) ? ['CASE_NOT_HELD'] : []),
  'CASE_HELD_BY_OTHER',
  'NOT_FOUND',
  ...says,
];

/** Whether a try was answered as it may be: made, or refused in words, and where it leads nowhere by a code that says so. */
export function fitsContract(
  walk: NounWalk,
  { status, message, code, state, leadsOut, inVain, moved }: Tried,
): boolean {
  // What came of a procedure of another noun has not moved this one where nothing leads out.
  if (status === 200) return moved === leadsOut && !inVain;
  return (
    [404, 409, 422].includes(status) &&
    /\p{Script=Han}/u.test(message) &&
    (leadsOut || noWay(walk, state).includes(code))
  );
}

/** Every way out of every state, as `move of state`. */
export const waysOut = ({ moves }: AnyLifecycle): string[] =>
  Object.entries(moves).flatMap(([move, { from }]) => from.map((state) => `${move} of ${state}`));

/**
 * Stands in every state that the moves lead to, and tries every move from each: what is refused stays, so that a trace of it shows; what is made
 * leads on to a state in which nobody stood yet, and is taken back. Leaves nothing behind.
 * @returns the states that were stood in, every try, the moves that came about as `move of state`, and the tables that refused tries changed
 */
export const walkNoun = (stage: Stage, walk: NounWalk): Promise<Walked> =>
  stage.attempt(async () => {
    const { lifecycle, table, column = 'state' } = walk;
    const walked: Walked = { states: [], tries: [], made: [], changed: [] };
    const tables = tablesOf(walk);
    const id = await walk.begin();

    const stands = async (): Promise<Omit<Standing, 'leadsOut'>> => {
      const { rows } = await sql<{ state: string; version: number }>`select ${sql.ref(column)} as state, version
        from ${sql.table(table)} where id::text = ${id}`.execute(stage.db);
      return { id, ...(rows[0] ?? { state: '', version: 0 }) };
    };
    /** What was made of it since, as its timeline keeps it; a noun without one says it by what was asked. */
    const madeSince = async (version: number, asked: string, state: string): Promise<string[]> => {
      const { rows } = await sql<{ what: string }>`select move || ' of ' || from_state as what from move
        where subject_id::text = ${id} and n > ${version} order by n`.execute(stage.db);
      return rows.length === 0 ? [`${asked} of ${state}`] : rows.map(({ what }) => what);
    };

    /** Does something as things stand, and goes on from where that led; all of it is taken back, but what a refused call left. */
    const attempt = (move: string, at: Standing, act: (at: Standing) => Promise<Reply | undefined>, inVain = false) => {
      const began = stage.clock.now();
      return stage
        .attempt(
          async () => {
            const reply = await act(at);
            const refused = reply !== undefined && ![200, 500].includes(reply.status);
            const now = refused ? at : await stands();
            const moved = now.version !== at.version;
            if (reply) {
              const { code, message } = reply.body.ok ? { code: '', message: '' } : reply.body.error;
              const { leadsOut, state } = at;
              const what = `${move} of ${state}`;
              walked.tries.push({ what, state, status: reply.status, code, message, leadsOut, inVain, moved });
            }
            if (moved) walked.made.push(...(await madeSince(at.version, move, at.state)));
            if (!walked.states.includes(now.state)) await stay(now);
            return refused;
          },
          (refused) => refused,
        )
        .finally(() => stage.clock.set(began + 1500));
    };

    async function stay(stands: Omit<Standing, 'leadsOut'>): Promise<void> {
      walked.states.push(stands.state);
      const before = await placesOfRows(stage.db, tables);
      for (const [move, { from }] of Object.entries(lifecycle.moves)) {
        const at = { ...stands, leadsOut: from.includes(stands.state) };
        if (at.leadsOut || !walk.alike) for (const ask of walk.asks[move] ?? []) await attempt(move, at, ask);
        if (!at.leadsOut) continue;
        for (const ask of walk.inVain?.[move] ?? []) await attempt(move, at, ask, true);
        const happens = walk.happens[move];
        if (happens) await attempt(move, at, (now) => happens(now).then(() => undefined));
      }
      const after = await placesOfRows(stage.db, tables);
      walked.changed.push(...tables.filter((name) => before[name] !== after[name]));
    }

    await stay(await stands());
    return walked;
  });
