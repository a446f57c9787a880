import type { MoveSpec, Side } from '../kernel/define-lifecycle';
import { toShanghai } from '../kernel/shanghai';

/** One line of what happened to a case. */
export type TimelineItem = { zh: string; at: string; byZh: string; reason: string | null };

/** A move as it was kept: `at` in epoch milliseconds, the region is where the case stood then. */
export type MoveRow = {
  move: string;
  at: number;
  reason: string | null;
  byPerson: string | null;
  byZh: string | null;
  regionZh: string | null;
};

/**
 * What happened to a case, in its reader's words. Staff read names; everybody else reads the office that acted, and reasons only where they
 * are written for them.
 * @param officeOf who acted, in words for everybody but staff
 */
export function tellMoves<Command extends string>(
  lifecycle: {
    moves: Readonly<Record<Command, Pick<MoveSpec<string, never, string>, 'tellsReason'>>>;
    moveZh(command: Command, side: Side): string | null;
  },
  moves: readonly MoveRow[],
  side: Side,
  officeOf: (row: MoveRow) => string,
): TimelineItem[] {
  return moves.flatMap((row) => {
    const command = row.move as Command;
    const zh = lifecycle.moveZh(command, side);
    if (zh === null) return [];
    const byZh = side === 'staff' ? (row.byZh ?? '') : officeOf(row);
    const told = side === 'staff' || lifecycle.moves[command].tellsReason === true;
    return [
      { zh, at: toShanghai(row.at), byZh: row.byPerson === null ? '系统' : byZh, reason: told ? row.reason : null },
    ];
  });
}
