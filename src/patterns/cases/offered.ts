import type { offeredMove } from '@shared/cases/contract';
import { confirmDanger } from '../../ui/sheets/confirm';

/** A move that the server offers on a case, and why it is closed when it is. */
export type Offered = (typeof offeredMove)['_zod']['output'];

/** A move by its name, where it is offered. */
export const offeredOf = (moves: readonly Offered[], move: string): Offered | null =>
  moves.find((each) => each.move === move) ?? null;

/** Says what the move does and asks whether it is meant. */
export const isMeant = ({ label, danger }: Offered, confirm = label): Promise<boolean> =>
  confirmDanger({ title: label, body: danger ?? '', confirm });
