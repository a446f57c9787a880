import type { Caller } from './actor';
import { onlyTheClock, type Rule } from './define-access';
import { type Refusal, refuse } from './result';
import { formatTime, shanghaiDate } from './shanghai';
import { isBlank } from './typed/unseen';

/** How a state is coloured; never the only sign, its label stands beside it. */
export type Tone = 'neutral' | 'info' | 'warn' | 'pass';

/** On which side of a case somebody stands: it is their own, they handle it, or neither. */
export type Side = 'own' | 'staff' | 'outside';

/** For whose list of things to do a state waits; kept in the noun's row, and asked there by lists, queues and indexes. */
export type Waits = 'own' | 'staff' | 'organiser';

/** All that is known of a state; nothing outside the lifecycle spells several of them in a list. */
export type StateSpec<State extends string, Facts> = {
  /** A state has two names, staff's and everybody else's: what is undecided for staff may not exist for others. */
  staff: string;
  public: string;
  tone: Tone;
  /** Who has it now, in words for the public; null: nobody has anything to do. */
  holder: (facts: Facts) => string | null;
  waits: Waits | null;
  /** It counts against whatever may exist only once. */
  live?: true;
  /** One of the staff holds it, and nobody else may go on with it. */
  held?: true;
  /** Its owner may write in it: the outer gate; a single part may be shut all the same. */
  editable?: true;
  final?: true;
  /** The state that everybody but staff sees instead, until this one is announced. */
  publicAs?: State;
};

/** Where a move leads: one state, or one picked from the subject out of those it names. */
type Target<State extends string, Subject> =
  | { to: State }
  | { to: (subject: Subject) => State; toOneOf: readonly State[] };

/** A move, or a beginning, tells someone by its one event, or says why it is silent. */
type Telling<Event extends string> = { emits: readonly [Event] } | { silent: string };

export type MoveSpec<State extends string, Subject, Event extends string> = Target<State, Subject> &
  Telling<Event> & {
    from: readonly State[];
    /** The words on the button. */
    label: string;
    /** Who may: a rule of the area's `who.ts`, which its access table names too. */
    by: Rule<Subject>;
    /** `mine`: only whoever holds the case; `free`: anybody, unless somebody else holds it. Not a matter of `by`, so that a person learns who holds it. */
    held?: 'mine' | 'free';
    /** Who may although somebody else holds it. */
    despite?: Rule<Subject>;
    /** A further condition; its refusal is the reason shown on the closed button. `now` in epoch milliseconds. */
    when?: (subject: Subject, now: number) => Refusal | null;
    /** Inputs that must not be empty, such as `reason`. */
    asks?: readonly string[];
    /** The sentence to confirm before doing what cannot be undone; of the subject, when it says until when. */
    danger?: string | ((subject: Subject, now: number) => string);
    /** What everybody but staff reads of it in the timeline; left out, they read nothing of it. */
    toldAs?: string;
    /** Its reason is written for them too. */
    tellsReason?: true;
    /** It has a place of its own on the page and no line in a timeline: no button among the others. */
    quiet?: true;
    /** It is made on a page of its own, such as by a code: a line in the timeline, and no button among the others. */
    elsewhere?: true;
  };

export type LifecycleSpec<State extends string, Command extends string, Subject, Event extends string, Facts> = {
  /** The area's noun; refusal codes begin with it: `entry` → `ENTRY_MOVE_NOT_ALLOWED`. */
  name: string;
  /** What people call such a case. */
  zh: string;
  initial: State;
  /** What it tells that a case was begun. */
  begins: Telling<Event>;
  /** What is said to staff who should take the case first. */
  takeFirst?: string;
  states: Readonly<Record<State, StateSpec<State, Facts>>>;
  moves: Readonly<Record<Command, MoveSpec<State, Subject, Event>>>;
  /** By which labels and words are chosen; null: the clock. */
  side: (subject: Subject, caller: Caller) => Side;
};

/** A button: `closed` holds the reason when it is shown but cannot be pressed now. */
export type OfferedMove<Command extends string> = {
  move: Command;
  label: string;
  danger: string | null;
  asks: readonly string[];
  closed: string | null;
};

/** Who holds a case and since when (epoch milliseconds); null: nobody's name is at hand. */
export type Holder = { nameZh: string; since: number } | null;

export type Moved<State extends string, Event extends string> = { ok: true; next: State; events: readonly Event[] };

export type Lifecycle<
  State extends string,
  Command extends string,
  Subject,
  Event extends string,
  Facts,
> = LifecycleSpec<State, Command, Subject, Event, Facts> & {
  /**
   * Decides one move. Who may is the access table's matter and is asked before; `caller`, when given, only narrows the
   * list of what is possible to that person's own moves.
   * @param now epoch milliseconds at which the request arrived
   */
  move(
    command: Command,
    subject: Subject,
    input: Readonly<Record<string, unknown>>,
    now: number,
    caller?: Caller,
  ): Moved<State, Event> | Refusal;
  /** Refuses whoever comes to a case that a colleague holds, and says who and since when. */
  refuseHeld(subject: Subject, caller: Caller, holder: Holder): Refusal | null;
  /** Refuses a move that the case's holder alone may make, or that somebody's hold stands in the way of. */
  refuseHold(command: Command, subject: Subject, caller: Caller, holder: Holder): Refusal | null;
  /** A move in its reader's words; null: this reader is not told of it. */
  moveZh(command: Command, side: Side): string | null;
  /** The buttons for this caller: moves that lead out of the state and that the caller may make, closed ones with why. */
  movesFor(subject: Subject, caller: Caller, now: number): OfferedMove<Command>[];
  labelOf(state: State, side: Side): string;
  /** The states of which something is true, in the order of the table: for a statement that cannot ask `waits`. */
  statesThat(test: (spec: StateSpec<State, Facts>) => boolean): State[];
};

/** Any noun's table, for whatever walks them all: documents, tests, the ground. */
export type AnyLifecycle = Pick<
  Lifecycle<string, string, never, string, never>,
  'name' | 'initial' | 'begins' | 'states' | 'moves' | 'moveZh' | 'labelOf'
>;

const isButton = ({ quiet, elsewhere }: { quiet?: true; elsewhere?: true }): boolean => !quiet && !elsewhere;

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && isBlank(value)) ||
  (Array.isArray(value) && value.length === 0);

/** Declares a noun's states and moves once; pages, server, documents and tests all read this table. */
export function defineLifecycle<
  State extends string,
  Command extends string,
  Subject extends { state: State; claimedBy?: string | null },
  Event extends string,
  Facts = Record<never, never>,
>() {
  return (
    spec: LifecycleSpec<State, Command, Subject, Event, Facts>,
  ): Lifecycle<State, Command, Subject, Event, Facts> => {
    const code = spec.name.replace(/-/g, '_').toUpperCase();
    const commands = Object.keys(spec.moves) as Command[];
    const labelOf = (state: State, side: Side) => spec.states[state][side === 'staff' ? 'staff' : 'public'];

    function mayDespiteHold(command: Command, subject: Subject, caller: Caller): boolean {
      const move: MoveSpec<State, Subject, Event> = spec.moves[command];
      const holder = subject.claimedBy ?? null;
      if (move.held === undefined || (holder !== null && holder === caller?.personId)) return true;
      if (move.held === 'free' && holder === null) return true;
      return holder !== null && move.despite?.decide(caller, subject).ok === true;
    }

    const refuseHeld = (subject: Subject, caller: Caller, holder: Holder): Refusal | null => {
      const heldBy = subject.claimedBy ?? null;
      if (heldBy === null || heldBy === caller?.personId) return null;
      const who = holder ? `由${holder.nameZh}于 ${shanghaiDate(holder.since)} ${formatTime(holder.since)} ` : '由他人';
      return refuse('CASE_HELD_BY_OTHER', `这个${spec.zh}已${who}受理`);
    };

    function possible(subject: Subject, caller: Caller | undefined): string[] {
      return commands
        .filter((command) => spec.moves[command].from.includes(subject.state) && isButton(spec.moves[command]))
        .filter((command) => {
          const { by } = spec.moves[command];
          if (caller === undefined) return by !== onlyTheClock;
          return by.decide(caller, subject).ok && mayDespiteHold(command, subject, caller);
        })
        .map((command) => spec.moves[command].label);
    }

    function wrongState(command: Command, subject: Subject, caller: Caller | undefined): Refusal {
      const labels = possible(subject, caller);
      const instead = labels.length === 0 ? '现在没有可以办理的操作' : `可以：${labels.join('、')}`;
      const state = labelOf(subject.state, spec.side(subject, caller ?? null));
      const message = `${spec.zh}现为“${state}”，不能“${spec.moves[command].label}”。${instead}`;
      return refuse(`${code}_MOVE_NOT_ALLOWED`, message);
    }

    return {
      ...spec,
      labelOf,
      refuseHeld,

      refuseHold(command, subject, caller, holder) {
        const move: MoveSpec<State, Subject, Event> = spec.moves[command];
        if (move.held === undefined || mayDespiteHold(command, subject, caller)) return null;
        const heldByOther = refuseHeld(subject, caller, holder);
        if (heldByOther) return heldByOther;
        // Where nobody can take it, its version and its state say better what became of it.
        const waitsToBeTaken =
          spec.states[subject.state].waits === 'staff' &&
          commands.some((each) => spec.moves[each].held === 'free' && spec.moves[each].from.includes(subject.state));
        return waitsToBeTaken ? refuse('CASE_NOT_HELD', spec.takeFirst ?? '请先受理') : null;
      },

      moveZh(command, side) {
        const move: MoveSpec<State, Subject, Event> = spec.moves[command];
        if (move.quiet) return null;
        return side === 'staff' ? move.label : (move.toldAs ?? null);
      },

      statesThat: (test) => (Object.keys(spec.states) as State[]).filter((state) => test(spec.states[state])),

      move(command, subject, input, now, caller) {
        const move: MoveSpec<State, Subject, Event> = spec.moves[command];
        if (!move.from.includes(subject.state)) return wrongState(command, subject, caller);
        const refusal = move.when?.(subject, now) ?? null;
        if (refusal !== null) return refusal;
        const missing = move.asks?.find((ask) => isEmpty(input[ask]));
        if (missing !== undefined) {
          const sentence = missing === 'reason' ? '请写明理由' : `“${move.label}”还缺少必填内容`;
          return refuse(`${code}_${missing.toUpperCase()}_MISSING`, sentence, { [missing]: sentence });
        }
        const next = typeof move.to === 'function' ? move.to(subject) : move.to;
        return { ok: true, next, events: 'emits' in move ? move.emits : [] };
      },

      movesFor(subject, caller, now) {
        const offered: OfferedMove<Command>[] = [];
        for (const command of commands) {
          const move: MoveSpec<State, Subject, Event> = spec.moves[command];
          if (!move.from.includes(subject.state) || !isButton(move)) continue;
          if (!move.by.decide(caller, subject).ok) continue;
          if (!mayDespiteHold(command, subject, caller)) continue;
          offered.push({
            move: command,
            label: move.label,
            danger: typeof move.danger === 'function' ? move.danger(subject, now) : (move.danger ?? null),
            asks: move.asks ?? [],
            closed: move.when?.(subject, now)?.message ?? null,
          });
        }
        return offered;
      },
    };
  };
}
