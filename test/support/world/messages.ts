import { at, json } from '../../../cloudfunctions/core/platform/schema';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import type { TestServer } from '../server';
import type { Cast } from './cast';

/** A message whose words WeChat refused to bring to a phone. Answers its id. */
export async function leaveUnsent({ db, home }: TestServer, { anybody }: Cast): Promise<string> {
  const id = makeUuidV7(home.now(), home.random(10));
  const fields = json({ thing1: '蒲县山货直供' });
  const words = { notice: 'entry.approved', title: '报名审核已通过', body: '点开看', link: null };
  await db
    .insertInto('message')
    .values({ id, event_id: id, ...words, phone_purpose: 'entryResult', phone_fields: fields })
    .execute();
  await db
    .insertInto('phone_message')
    .values({
      person_id: anybody.length === 36 ? anybody : personaId(anybody),
      message_id: id,
      purpose: 'entryResult',
      state: 'dead',
      due_at: at(home.now()),
      code: 47003,
      ended_at: at(home.now()),
    })
    .execute();
  return id;
}

/** A nickname that staff have to look at, and the title of an entry. Answers whose the name is. */
export async function leaveHeld({ db, home }: TestServer, entryId: string): Promise<string> {
  const id = makeUuidV7(home.now(), home.random(10));
  await db
    .insertInto('person')
    .values({ id, display_name: '无名', created_at: at(home.now()) })
    .execute();
  await db
    .insertInto('name_check')
    .values({
      person_id: id,
      name: '待核的名字',
      state: 'review',
      since: at(home.now()),
      due_at: at(home.now()),
      version: 1,
    })
    .execute();
  const title = { subject_id: entryId, field: 'project.title', field_zh: '项目名称', digest: '', text: '待核的项目' };
  await db
    .insertInto('text_check')
    .values({ ...title, person_id: id, state: 'review', since: at(home.now()), due_at: at(home.now()), version: 1 })
    .execute();
  return id;
}
