import { sql } from 'kysely';
import { lyingInInboxes } from '../inboxes';
import type { WalkHome } from './home';

/** What was told to whom as a walk went on. */
export type Ledger = {
  /** Does what is due and writes down what came of it, under the step's name. */
  step(zh: string): Promise<void>;
  /** `步骤 → 谁：标题｜正文`, in the order of the steps; within one in the order of the names. */
  readonly told: readonly string[];
};

/** Keeps what lies in the inboxes of these people from now on; their names, and ids by them. */
export async function ledgerOf(home: WalkHome, people: Readonly<Record<string, string>>): Promise<Ledger> {
  const names = new Map(Object.entries(people).map(([zh, id]) => [id, zh]));
  const read = () =>
    lyingInInboxes(home.server.db)
      .select(['m.id', 'd.person_id', 'm.title', 'm.body'])
      .where(sql<boolean>`d.person_id = any(${[...names.keys()]}::uuid[])`)
      .execute();
  const keyOf = ({ id, person_id }: { id: string; person_id: string }) => `${id} ${person_id}`;
  await home.due();
  const seen = new Set((await read()).map(keyOf));
  const told: string[] = [];
  return {
    told,
    async step(zh) {
      await home.due();
      const fresh = (await read()).filter((row) => !seen.has(keyOf(row)));
      for (const row of fresh) seen.add(keyOf(row));
      told.push(
        ...fresh.map(({ person_id, title, body }) => `${zh} → ${names.get(person_id)}：${title}｜${body}`).sort(),
      );
    },
  };
}
