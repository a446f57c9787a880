import type { Blueprint } from '@shared/competition/blueprint';
import { type Selectable, sql } from 'kysely';
import type { CompetitionTables } from '../../platform/schema/competition';
import type { Call } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { tracksInTurn } from '../contest/subjects';

/** An edition as the city works on it; of a draft, `blueprint` is what it was begun from. */
export type EditionRow = Selectable<CompetitionTables['edition']> & { blueprint: Blueprint };

/** One edition, in any state; a change locks its row, and with it its audit chain. */
export const editionOf: Load<{ editionId: string }, EditionRow> = async (call, { editionId }, lock) => {
  const query = call.db.selectFrom('edition').selectAll().where('id', '=', editionId);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
};

/** An edition whose tracks may be about to change. */
export const editionOfTracks: Load<{ editionId: string }, EditionRow> = async (call, input, lock) => {
  if (lock) await tracksInTurn(call, input.editionId);
  return editionOf(call, input, lock);
};

/** Editions come one after the other: who begins or publishes one waits here, before anything is read. */
export const editionsInTurn = (call: Call) =>
  sql`select pg_advisory_xact_lock(hashtextextended('editions', 0))`.execute(call.db);

/** A draft that is about to be published: of two at once the second finds the first. */
export const editionInTurn: Load<{ editionId: string }, EditionRow> = async (call, input, lock) => {
  if (lock) await editionsInTurn(call);
  return editionOfTracks(call, input, lock);
};

export const insistDraft = ({ status }: EditionRow): void => {
  if (status !== 'draft') throw new Refused('COMPETITION_EDITION_PUBLISHED');
};

export const insistCurrent = ({ status }: EditionRow): void => {
  if (status === 'draft') throw new Refused('COMPETITION_EDITION_NOT_PUBLISHED');
  if (status === 'past') throw new Refused('COMPETITION_EDITION_OVER');
};
