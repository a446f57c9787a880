import { type Kysely, sql } from 'kysely';

/** The rent of each month of an agreement, owed on its first day; that it was paid is recorded, the app takes no payment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table rent_month (
    tenancy_id uuid not null references tenancy, n int not null, site_id uuid not null references place_site,
    due_on date not null, full_fen bigint not null check (full_fen >= 0),
    relief_percent int not null check (relief_percent between 0 and 100), due_fen bigint not null check (due_fen between 0 and full_fen),
    paid_on date, recorded_by uuid references person, told_at timestamptz,
    primary key (tenancy_id, n), check ((paid_on is null) = (recorded_by is null)))`.execute(db);
  await sql`create index rent_month_open on rent_month (site_id, due_on) where paid_on is null and due_fen > 0`.execute(
    db,
  );
  await sql`create index rent_month_untold on rent_month (due_on) where paid_on is null and due_fen > 0 and told_at is null`.execute(
    db,
  );
}
