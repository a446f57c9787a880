import { classLifecycle } from '@shared/training/class/lifecycle';
import { type RawBuilder, sql } from 'kysely';
import type { Call } from '../../rpc/call';

/** A topic as people see it. */
export type Topic = {
  topicId: string;
  title: string;
  about: string;
  wanting: number;
  needed: number;
  wanted: boolean;
  classId: string | null;
};

const stands = sql`c.state in (${sql.join(
  classLifecycle.statesThat(({ final, tone }) => !(final && tone === 'warn')).map((state) => sql.lit(state)),
)})`;

const topics = (call: Call, where: RawBuilder<unknown>) =>
  sql<Topic>`select t.id as "topicId", t.title, t.about, t.needed,
    (select count(*)::int from topic_wish w where w.topic_id = t.id) as wanting,
    exists (select from topic_wish w where w.topic_id = t.id and w.person_id = ${call.actor?.personId ?? null}::uuid) as wanted,
    (select c.id from training_class c where c.topic_id = t.id and ${stands} limit 1) as "classId"
    from training_topic t where ${where} order by "classId" nulls first, t.id desc limit 30`;

/** Topics as a page shows them, those without a class first, then the newest. */
export const readTopics = async (call: Call): Promise<Topic[]> => (await topics(call, sql`true`).execute(call.db)).rows;

/** One of them, however many came after it. */
export const readTopic = async (call: Call, topicId: string): Promise<Topic | null> =>
  (await topics(call, sql`t.id = ${topicId}`).execute(call.db)).rows[0] ?? null;
