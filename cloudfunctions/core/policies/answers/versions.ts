import { shanghaiDate } from '@shared/kernel/shanghai';
import { markOf, type PolicyMark } from '@shared/policies/opens';
import { type PolicyDefinition, type PolicyVersion, standingOn } from '@shared/policies/policy';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';

/** A version as it is read and answered by; `definition` null: it is words alone. */
export type Version = Pick<PolicyVersion, 'code' | 'version' | 'effectiveFrom' | 'effectiveTo'> & {
  titleZh: string;
  summaryZh: string;
  /** Whom it is for; empty: not written. */
  forZh: string;
  bodyZh: string;
  kind: string;
  docNo: string;
  confirmedZh: string;
  /** It has no official document, and nobody gave it one. */
  demonstration: boolean;
  mark: PolicyMark;
  definition: PolicyDefinition | null;
};

/**
 * Of each policy the version of a day: the one in force, else the next to come, else the last that was; by their days, which need not follow
 * each other as their numbers do.
 * @param code of one policy; null: of all
 */
export async function versionsOn(db: Db, today: string, code: string | null = null): Promise<Version[]> {
  const { rows } = await sql<Row>`select distinct on (v.code) v.code, v.version, v.title_zh as "titleZh",
      v.summary_zh as "summaryZh", v.for_zh as "forZh", v.body_zh as "bodyZh", v.kind, v.doc_no as "docNo", v.effective_from as "effectiveFrom",
      v.effective_to as "effectiveTo", v.confirmed_zh as "confirmedZh", v.demonstration, v.definition,
      v.confirmed_doc_no as "confirmedDocNo", v.confirmed_at as "confirmedAt", v.published_by is not null as published
    from policy_version v ${code === null ? sql`` : sql`where v.code = ${code}`}
    order by v.code, daterange(v.effective_from, v.effective_to, '[]') @> ${today}::date desc,
      case when v.effective_from > ${today}::date then v.effective_from end, v.effective_to desc, v.version desc`.execute(
    db,
  );
  return rows.map(asRead);
}

type Row = Omit<Version, 'mark'> & { confirmedDocNo: string | null; confirmedAt: number | null; published: boolean };

/** What an official confirmed by a document is no demonstration any more, and says since when. */
function asRead({ confirmedDocNo, confirmedAt, published, ...row }: Row): Version {
  const mark = markOf({ demonstration: row.demonstration, confirmedDocNo, published });
  if (confirmedDocNo === null || confirmedAt === null) return { ...row, mark };
  const confirmedZh = `市级统筹人员 ${shanghaiDate(confirmedAt)} 按文号核定`;
  return { ...row, mark, docNo: confirmedDocNo, confirmedZh, demonstration: false };
}

/** A policy as anybody reads it. One whose end has passed says so; one without dates counts as in force, and its marks say what it rests on. */
export function presentVersion({ definition: _, version: __, ...words }: Version, today: string) {
  return { ...words, standing: standingOn(words, today), inForce: standingOn(words, today) === 'inForce' };
}
