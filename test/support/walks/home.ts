import type { Hand } from '../hand';
import { lyingInInboxes } from '../inboxes';
import type { TestServer } from '../server';

/** A home of the product in which a walk takes place, whichever build its people hold. */
export type WalkHome = {
  /** Arranges and looks up, in the home's own database. */
  server: TestServer;
  /** One of the known people, with a phone. */
  person(persona: string): Promise<Hand>;
  /** Somebody new, with a phone. */
  fresh(): Promise<{ hand: Hand; id: string }>;
  /** Does what has become due. */
  due(): Promise<unknown>;
  setClock(instant: string): Promise<unknown>;
};

/** One matter from its beginning to its end. */
export type Walk = (home: WalkHome) => Promise<void>;

export const entryRow = ({ server }: WalkHome, entryId: string) =>
  server.db.selectFrom('entry').selectAll().where('id', '=', entryId).executeTakeFirstOrThrow();

/** The notices a person has been told so far, by name, in the alphabet's order. */
export async function toldTo({ server, due }: WalkHome, personId: string): Promise<string[]> {
  await due();
  const rows = await lyingInInboxes(server.db).select('notice').where('person_id', '=', personId).execute();
  return rows.map(({ notice }) => notice).sort();
}
