import type { dueStack, queueSummary, todoItem } from '@shared/cases/contract';
import { dueClock } from '@shared/cases/due';
import { hasRoleAnywhere, type Role } from '@shared/kernel/actor';
import { officialCalendar } from '@shared/kernel/holidays';
import { dayMs } from '@shared/kernel/moment-words';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { isProvisional } from '@shared/kernel/workdays';
import { sql } from 'kysely';
import type * as z from 'zod/mini';
import type { Database } from '../platform/schema';
import { type Call, me } from '../rpc/call';

export type Todo = z.output<typeof todoItem>;
export type Queue = z.output<typeof queueSummary>;
export type Stack = z.output<typeof dueStack>;

/** What waits for a person, what the person waits for, what nobody can do anything about any more, and where the person may look in. */
export type Todos = { waitsForMe: Todo[]; iWaitFor: Todo[]; over: Todo[]; queues: Queue[]; stacks?: Stack[] };

/** What an area has for a workbench. */
export type TodoSource = {
  /** Whom it concerns: asked for who holds one of these roles anywhere; without it for everybody. */
  readonly roles?: readonly Role[];
  /** Has nothing that waits for its reader, so that the landing page need not ask it. */
  readonly shownOnly?: true;
  /** It reads rows of its reader alone: their table, and the column that names the person. Whoever has no such row at all, as most have not, is not asked for. */
  readonly theirs?: OwnRows;
  /** In one query. `today` as a date in Shanghai. */
  read(call: Call, personId: string, today: string): Promise<Partial<Todos>>;
};

/** Where rows of one person lie; an index begins with the column. */
export type OwnRows = {
  [T in keyof Database]: readonly [table: T, person: keyof Database[T] & string];
}[keyof Database];

/** All that the sources have for who calls: the first due first, whatever it is. */
export async function todosOf(call: Call, sources: readonly TodoSource[]): Promise<Todos> {
  const concerned = sources.filter(({ roles }) => !roles || roles.some((role) => hasRoleAnywhere(call.actor, role)));
  const today = shanghaiDate(call.now);
  const known = whoseRowsAreThere(call, concerned);
  const parts = await Promise.all(
    concerned.map(
      async (source): Promise<Partial<Todos>> =>
        source.theirs === undefined || (await known).has(source) ? source.read(call, me(call), today) : {},
    ),
  );
  const stacks = parts.flatMap((part) => part.stacks ?? []);
  return {
    ...(stacks.length > 0 && { stacks }),
    waitsForMe: parts
      .flatMap(({ waitsForMe = [] }) => waitsForMe)
      .sort((a, b) => (a.dueDate ?? '9999').localeCompare(b.dueDate ?? '9999')),
    iWaitFor: parts.flatMap(({ iWaitFor = [] }) => iWaitFor),
    over: parts.flatMap(({ over = [] }) => over),
    queues: parts.flatMap(({ queues = [] }) => queues),
  };
}

/** Those of the sources of one's own rows that have any of who calls, asked in one statement: each by itself costs more than all of this. */
async function whoseRowsAreThere(call: Call, sources: readonly TodoSource[]): Promise<ReadonlySet<TodoSource>> {
  const own = sources.filter(({ theirs }) => theirs);
  if (own.length === 0) return new Set();
  const any = own.flatMap(({ theirs }) =>
    theirs ? [sql`exists (select from ${sql.table(theirs[0])} where ${sql.ref(theirs[1])} = ${me(call)})`] : [],
  );
  const { rows } = await sql<{ any: boolean[] }>`select array[${sql.join(any)}] as any`.execute(call.db);
  return new Set(own.filter((_, i) => rows[0]?.any[i]));
}

/** What waits for who calls, without what is only shown on the workbench. */
export const waitingFor = (call: Call, sources: readonly TodoSource[]): Promise<Todos> =>
  todosOf(
    call,
    sources.filter(({ shownOnly }) => !shownOnly),
  );

/** One thing on the workbench, known by its kind and its case. */
export const todoOf = (kind: string, id: string, told: Omit<Todo, 'id' | 'kind'>): Todo => ({
  id: `${kind}-${id}`,
  kind,
  ...told,
});

/** So few days, working days or others, are left that the colour says so. */
const soon = 2;

/** The clock of a thing on the workbench: its last day, the working days left, and a warning as it comes near. */
export function clockOf(
  dueDate: string | null,
  today: string,
): Pick<Todo, 'dueDate' | 'workdaysLeft' | 'workdaysOver' | 'provisional' | 'tone'> {
  const clock = dueClock(dueDate, dueDate !== null && isProvisional(today, dueDate, officialCalendar), today);
  return { ...clock, tone: clock.workdaysLeft !== null && clock.workdaysLeft <= soon ? 'warn' : 'info' };
}

/** The same of a term that runs in days and not in working days: its sentence says how many are left. `closesAt` and `now` in milliseconds. */
export const dayClockOf = (closesAt: number, now: number): ReturnType<typeof clockOf> => ({
  ...clockOf(null, ''),
  dueDate: lastDayOf(closesAt),
  tone: closesAt - now <= soon * dayMs ? 'warn' : 'info',
});

/** The last day of an exclusive closing instant (milliseconds); null: none was set. */
export const lastDayOf = (closesAt: number | null): string | null =>
  closesAt === null ? null : shanghaiDate(closesAt - 1);
