import { type Kysely, sql } from 'kysely';

/** The value of one line of a snapshot `s`, as text. */
const line = (section: string, field: string) =>
  sql`jsonb_path_query_first(s.data, ${sql.lit(`$.parts[*] ? (@.section == "${section}").lines[*] ? (@.field == "${field}").value`)}) #>> '{}'`;

export async function up(db: Kysely<unknown>): Promise<void> {
  // The act that made a link, sent again, voids it; and what must never be stored was stored until now.
  await sql`alter table team_invitation add column made_by_key text`.execute(db);
  await sql`update done_once set answer = null where procedure in
    ('screening/reveal', 'people/revealContact', 'entry/openMaterial', 'entry/inviteMember')`.execute(db);

  // What staff read is the submission: its sealed values, its credit code, and whether it was taken back.
  await sql`alter table entry add column recalled_at timestamptz, add column sent_uscc text`.execute(db);
  await sql`create table entry_snapshot_sealed (
    entry_id uuid not null, n int not null, field text not null, sealed text not null, masked text not null,
    set_at timestamptz not null, carried boolean not null default false,
    primary key (entry_id, n, field), foreign key (entry_id, n) references entry_snapshot)`.execute(db);
  // No key is at hand here, so a value that has not changed since is carried over as it was sealed; one that has is gone.
  await sql`insert into entry_snapshot_sealed (entry_id, n, field, sealed, masked, set_at, carried)
    select s.entry_id, s.n, v.field, v.sealed, v.masked, v.set_at, true
      from entry_snapshot s join entry_sealed v on v.entry_id = s.entry_id and v.set_at <= s.taken_at
    union all
    select s.entry_id, s.n, 'member.' || m.id || '.phone', m.phone_sealed, m.phone_masked, m.joined_at, true
      from entry_snapshot s join entry_member m on m.entry_id = s.entry_id and m.joined_at <= s.taken_at
        and (m.removed_at is null or m.removed_at > s.taken_at)`.execute(db);
  await sql`update entry e set recalled_at = m.at from entry_move m
    where m.entry_id = e.id and m.move = 'recall' and m.n =
      (select max(o.n) from entry_move o where o.entry_id = e.id and o.move in ('submit', 'resubmit', 'recall'))`.execute(
    db,
  );

  // An entry that is being corrected stands in lists and counts as it was submitted, not as it is being typed.
  const latest = sql`s.entry_id = e.id and s.n = (select max(o.n) from entry_snapshot o where o.entry_id = e.id)`;
  const sent = sql`select e.id, e.contest_id, e.state, e.track_code as was_track, ${line('project', 'title')} as title,
      coalesce((select t.code from track t where t.edition_id = e.edition_id and t.zh = ${line('project', 'trackCode')} limit 1),
        e.track_code) as track_code,
      coalesce((select g ->> 'code' from jsonb_array_elements(d.blueprint -> 'groups') g
        where g ->> 'zh' = ${line('project', 'groupCode')} limit 1), e.group_code) as group_code
    from entry e join entry_snapshot s on ${latest} join edition d on d.id = e.edition_id where e.state = 'returned'`;
  await sql`insert into entry_count (contest_id, state, track_code, delta)
    select w.contest_id, w.state, x.track_code, x.delta from (${sent}) w
      cross join lateral (values (w.was_track, -1), (w.track_code, 1)) x (track_code, delta)
    where w.was_track <> w.track_code and exists (
      select from contest_track c where c.contest_id = w.contest_id and c.track_code = w.track_code)`.execute(db);
  await sql`update entry e set title = coalesce(w.title, e.title), group_code = w.group_code,
      track_code = case when exists (select from contest_track c
        where c.contest_id = w.contest_id and c.track_code = w.track_code) then w.track_code else e.track_code end
    from (${sent}) w where w.id = e.id`.execute(db);
  await sql`update entry e set sent_uscc = nullif(upper(${line('entity', 'uscc')}), '')
    from entry_snapshot s where ${latest}`.execute(db);
  await sql`drop index entry_section_uscc`.execute(db);
  await sql`create index entry_uscc on entry (edition_id, sent_uscc) where sent_uscc is not null`.execute(db);

  // Each opening of a sealed value, for its owner to see and for its opener's day to be counted; never a value.
  await sql`create table sealed_opening (
    id uuid primary key, subject text not null, field text not null, person_id uuid not null references person,
    region_id text references region, at timestamptz not null)`.execute(db);
  await sql`create index sealed_opening_person on sealed_opening (person_id, at)`.execute(db);
  await sql`create index sealed_opening_subject on sealed_opening (subject, at)`.execute(db);
  // Whoever was once on a team does not handle its entry: past members are looked for too.
  await sql`create index entry_member_ever on entry_member (person_id)`.execute(db);
}
