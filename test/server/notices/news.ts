import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { lyingInInboxes } from '../../support/inboxes';
import type { TestServer } from '../../support/server';

export type News = { who: string; notice: string; title: string; body: string; link: string | null };

/**
 * Delivers what waits, and answers what everyone was told since the last time, ordered by who and what; then empties all
 * inboxes. People are named by their persona, others by the name they show.
 */
export async function news(server: TestServer): Promise<News[]> {
  await deliverWaiting(server.home, areas);
  const rows = await lyingInInboxes(server.db)
    .innerJoin('person as p', 'p.id', 'd.person_id')
    .select(['p.persona', 'p.display_name', 'm.notice', 'm.title', 'm.body', 'm.link'])
    .execute();
  await server.db.deleteFrom('phone_message').execute();
  await server.db.deleteFrom('delivery').execute();
  await server.db.deleteFrom('message').execute();
  return rows
    .map(({ persona, display_name, ...row }) => ({ who: persona ?? display_name, ...row }))
    .sort((a, b) => `${a.who} ${a.notice}`.localeCompare(`${b.who} ${b.notice}`));
}

/** Who was told what, as `who: notice`. */
export const told = async (server: TestServer): Promise<string[]> =>
  (await news(server)).map(({ who, notice }) => `${who}: ${notice}`);
