import type { AnyLifecycle } from '@shared/kernel/define-lifecycle';

/**
 * Walks a table and says what is wrong with it, in sentences; an empty list means that it holds together.
 * @param hasNotice does somebody get told of this event
 */
export function walkLifecycle(table: AnyLifecycle, hasNotice: (event: string) => boolean): string[] {
  const states = Object.keys(table.states);
  const moves = Object.entries(table.moves).map(([command, move]) => ({
    command,
    from: move.from,
    to: 'toOneOf' in move ? move.toOneOf : [move.to],
    events: 'emits' in move ? move.emits : [],
    silent: 'silent' in move ? move.silent : null,
  }));

  const told = [
    {
      command: 'beginning',
      events: 'emits' in table.begins ? table.begins.emits : [],
      silent: 'silent' in table.begins ? table.begins.silent : null,
    },
    ...moves,
  ];

  const reached = new Set<string>([table.initial]);
  for (const state of reached) {
    for (const move of moves) if (move.from.includes(state)) for (const next of move.to) reached.add(next);
  }

  const waysOut = (state: string) =>
    moves.filter(({ from, to }) => from.includes(state) && to.some((s) => s !== state));
  const isFinal = (state: string) => table.states[state]?.final === true;

  return [
    ...states.filter((state) => !reached.has(state)).map((state) => `${table.name}: nothing leads to ${state}`),
    ...states
      .filter((state) => !isFinal(state) && waysOut(state).length === 0)
      .map((state) => `${table.name}: ${state} is not final and has no way out`),
    ...states
      .filter((state) => isFinal(state) && waysOut(state).length > 0)
      .map((state) => `${table.name}: ${state} is called final and has a way out`),
    ...told.flatMap(({ command, events }) =>
      events
        .filter((event) => !hasNotice(event))
        .map((event) => `${table.name}: ${command} emits ${event}, of which nobody is told`),
    ),
    ...told
      .filter(({ silent }) => silent?.trim() === '')
      .map(({ command }) => `${table.name}: ${command} is silent and does not say why`),
  ];
}
