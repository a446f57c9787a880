import { type Kysely, sql } from 'kysely';

/**
 * A notice is a text once and a row a recipient: the inbox's rows become messages and slim deliveries. A message's id begins with the
 * instant of its event, so that the key of deliveries is the inbox's order; messages of one instant are told apart by the order of their
 * rows of before. Written in the order of the keys and indexed at the end: a million rows in seconds.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table message (
    id uuid not null, event_id uuid not null, notice text not null, title text not null, body text not null, link text,
    policy_code text, policy_version int, fan_audience text, fan_facts jsonb, fan_after uuid)`.execute(db);
  await sql`insert into message (id, event_id, notice, title, body, link)
    select (lpad(to_hex((extract(epoch from created_at) * 1000)::bigint), 12, '0') || '7' || substr(place, 1, 3) || '8' || substr(place, 4)
        || substr(replace(id::text, '-', ''), 21))::uuid, event_id, notice, title, body, link
    from (select i.*, lpad(to_hex(row_number() over (partition by created_at order by id)), 6, '0') as place
      from (select distinct on (event_id, notice) * from inbox_item order by event_id, notice, id) i) i
    order by created_at, id`.execute(db);
  await sql`alter table message add primary key (id), add unique (event_id, notice),
    add foreign key (policy_code, policy_version) references policy_version (code, version) match full,
    add constraint message_fan check (num_nonnulls(fan_audience, fan_facts, fan_after) in (0, 3))`.execute(db);
  await sql`create index message_unfinished on message (id) where fan_after is not null`.execute(db);
  await sql`create table delivery (person_id uuid not null, message_id uuid not null, read_at timestamptz)`.execute(db);
  await sql`insert into delivery (person_id, message_id, read_at)
    select i.person_id, m.id, i.read_at from inbox_item i join message m using (event_id, notice)
    order by i.person_id, m.id`.execute(db);
  await sql`alter table delivery add primary key (person_id, message_id), add foreign key (person_id) references person,
    add foreign key (message_id) references message`.execute(db);
  await sql`create index delivery_unread on delivery (person_id) where read_at is null`.execute(db);
  await sql`create index delivery_message on delivery (message_id)`.execute(db);
  await sql`drop table inbox_item`.execute(db);
}
