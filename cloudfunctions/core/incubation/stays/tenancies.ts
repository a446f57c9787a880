import type { Tenure } from '@shared/incubation/tenure';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';

/** An agreement, [from, to) as dates, with its place. */
export type Agreement = Tenure & {
  tenancyId: string;
  applicationId: string;
  placeId: number;
  numberZh: string;
  endsAt: number;
};

type Row = Omit<Agreement, keyof Tenure> & { startsAt: number };

/** Every agreement of a person, at whatever site, in order; what was never begun is none. */
export async function agreementsOf(db: Db, personId: string): Promise<Agreement[]> {
  const { rows } =
    await sql<Row>`select id as "tenancyId", application_id as "applicationId", place_id as "placeId", number_zh as "numberZh",
    starts_at as "startsAt", ends_at as "endsAt" from tenancy
    where person_id = ${personId} and kind = 'agreement' and stands order by starts_at, id limit 200`.execute(db);
  return rows.map(({ startsAt, ...row }) => ({ ...row, from: shanghaiDate(startsAt), to: shanghaiDate(row.endsAt) }));
}
