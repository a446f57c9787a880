import { sameName } from '@shared/kernel/typed/typed';
import { trainingContract } from '@shared/training/contract';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { insistServed } from '../../rpc/insist-served';
import { type Load, noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { passportOf, rankBy } from '../enrolment/brought';
import { trainingInForce } from '../in-force';
import { readTopic, readTopics, type Topic } from './topics';

/** A topic; a change locks it, so that it is opened once, and nobody wishes for what was just opened. */
export const topicOf: Load<{ topicId: string }, Topic> = async (call, { topicId }, lock) => {
  if (lock) await sql`select from training_topic where id = ${topicId} for update`.execute(call.db);
  return readTopic(call, topicId);
};

export const addTopic = procedure(trainingContract.addTopic, noSubject, async (call, { title, about }) => {
  // Of two who add it at once the second finds it.
  await sql`select pg_advisory_xact_lock(hashtextextended('training/addTopic', 0))`.execute(call.db);
  const open = (await readTopics(call)).find((topic) => topic.classId === null && sameName(topic.title, title));
  if (open)
    throw new Refused('TRAINING_TOPIC_KNOWN', undefined, {
      title: `已有“${open.title}”，${open.wanting} 人想参加。请换一个名称`,
    });
  const topicId = call.newId();
  const { openMin } = await trainingInForce(call.db);
  await call.db
    .insertInto('training_topic')
    .values({
      id: topicId,
      title,
      about,
      needed: openMin,
      created_by: me(call),
      created_at: at(call.now),
    })
    .execute();
  await audit(call, `training-topic:${topicId}`, 'training/addTopic', { openMin });
  return { topicId };
});

/** Says that one wants a topic, or takes it back; once a person, since when they first said so. */
export const wish = procedure(trainingContract.wish, topicOf, async (call, { topicId, wanted }, topic) => {
  if (topic.classId !== null) throw new Refused('TRAINING_TOPIC_OPENED');
  if (wanted) {
    await insistServed(call.db, ['module:training'], call.now);
    await want(call, topicId);
  } else
    await call.db.deleteFrom('topic_wish').where('topic_id', '=', topicId).where('person_id', '=', me(call)).execute();
  const { wanting } = (await topicOf(call, { topicId }, false)) ?? topic;
  return { topicId, wanted, wanting };
});

async function want(call: Call, topicId: string): Promise<void> {
  const rank = rankBy(await passportOf(call), false);
  await call.db
    .insertInto('topic_wish')
    .values({ topic_id: topicId, person_id: me(call), rank, wanted_at: at(call.now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
