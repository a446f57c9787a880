import { type PolicyDefinition, type PolicyVersion, standingOn } from '@shared/policies/policy';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';

/** A version as it is read and answered by; `definition` null: it is words alone. */
export type Version = Pick<PolicyVersion, 'code' | 'version' | 'effectiveFrom' | 'effectiveTo'> & {
  titleZh: string;
  summaryZh: string;
  bodyZh: string;
  kind: string;
  docNo: string;
  confirmedZh: string;
  demonstration: boolean;
  definition: PolicyDefinition | null;
};

/**
 * Of each policy the version of a day: the one in force, else the next to come, else the last that was.
 * @param code of one policy; null: of all
 */
export async function versionsOn(db: Db, today: string, code: string | null = null): Promise<Version[]> {
  const { rows } = await sql<Version>`select distinct on (v.code) v.code, v.version, v.title_zh as "titleZh",
      v.summary_zh as "summaryZh", v.body_zh as "bodyZh", v.kind, v.doc_no as "docNo", v.effective_from as "effectiveFrom",
      v.effective_to as "effectiveTo", v.confirmed_zh as "confirmedZh", v.demonstration, v.definition
    from policy_version v ${code === null ? sql`` : sql`where v.code = ${code}`}
    order by v.code, daterange(v.effective_from, v.effective_to, '[]') @> ${today}::date desc,
      coalesce(v.effective_from > ${today}::date, false) desc, v.version desc`.execute(db);
  return rows;
}

export const inForce = (version: Version, today: string): boolean => standingOn(version, today) === 'inForce';
