import type { PolicyContent } from '@shared/policies/drafts/content';
import { markOf, opensFor, type PolicyMark } from '@shared/policies/opens';
import { type PolicyDefinition, standingOn } from '@shared/policies/policy';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { Mode } from '../../rpc/home';
import { versionsOn } from '../answers/versions';
import type { Ruling } from '../push/whom';

/** A version as it stands in the library, with who published and who confirmed it. */
export type VersionRow = Omit<PolicyContent, 'definition'> & {
  code: string;
  version: number;
  definition: PolicyDefinition | null;
  publishedAt: number | null;
  publishedByZh: string | null;
  confirmedDocNo: string | null;
  confirmedAt: number | null;
  confirmedByZh: string | null;
};

export const versions = (where: RawBuilder<unknown>) => sql<VersionRow>`
  select v.code, v.version, v.title_zh as "titleZh", v.summary_zh as "summaryZh", v.for_zh as "forZh", v.body_zh as "bodyZh", v.kind,
    v.doc_no as "docNo", v.effective_from as "effectiveFrom", v.effective_to as "effectiveTo", v.demonstration, v.definition,
    v.published_at as "publishedAt", p.display_name as "publishedByZh", v.confirmed_doc_no as "confirmedDocNo",
    v.confirmed_at as "confirmedAt", c.display_name as "confirmedByZh"
  from policy_version v left join person p on p.id = v.published_by left join person c on c.id = v.confirmed_by where ${where}`;

export const versionsOfCode = async (db: Db, code: string): Promise<VersionRow[]> =>
  (await versions(sql`v.code = ${code} order by v.version desc`).execute(db)).rows;

/** What a version without a rule says of itself: nobody meets it. */
export const noDefinition: PolicyDefinition = { rule: { any: [] }, parameters: [], benefits: [], examples: [] };

export const contentOf = ({ definition, ...words }: VersionRow): PolicyContent => ({
  titleZh: words.titleZh,
  summaryZh: words.summaryZh,
  forZh: words.forZh,
  bodyZh: words.bodyZh,
  kind: words.kind,
  docNo: words.docNo,
  effectiveFrom: words.effectiveFrom,
  effectiveTo: words.effectiveTo,
  demonstration: words.demonstration,
  definition: definition ?? noDefinition,
});

/** The version that begins last. Its number says nothing of that: one for a few days may be published after the one that follows it. */
export const lastOf = (all: readonly VersionRow[]): VersionRow | null =>
  [...all].sort((a, b) => (b.effectiveFrom ?? '').localeCompare(a.effectiveFrom ?? '') || b.version - a.version)[0] ??
  null;

/** The version that a new one would follow: the last that begins before it, in force or not. */
export const followed = (all: readonly VersionRow[], from: string | null): VersionRow | null =>
  lastOf(all.filter(({ effectiveFrom }) => effectiveFrom === null || (from !== null && effectiveFrom < from)));

export const rulingOf = ({ definition, effectiveFrom, effectiveTo }: VersionRow): Ruling | null =>
  definition === null ? null : { ...definition, effectiveFrom, effectiveTo };

export const markOfRow = (row: VersionRow): PolicyMark => markOf({ ...row, published: row.publishedAt !== null });

/** A version in the lists of the library. */
export function presentCard(row: VersionRow, today: string, mode: Mode) {
  const { code, version, titleZh, docNo, effectiveFrom, effectiveTo, confirmedDocNo } = row;
  const mark = markOfRow(row);
  const opens = opensFor({ ...row, mark }, today, mode);
  return {
    code,
    version,
    titleZh,
    docNo: confirmedDocNo ?? docNo,
    effectiveFrom,
    effectiveTo,
    standing: standingOn(row, today),
    mark,
    closedZh: opens.ok ? null : opens.message,
  };
}

/**
 * The version of a policy that takes applications on a day, for whoever is about to take one; the refusal otherwise. Null: there is no such
 * policy.
 */
export async function openVersion(db: Db, code: string, today: string, mode: Mode) {
  const [version] = await versionsOn(db, today, code);
  return version === undefined ? null : { version, opens: opensFor(version, today, mode) };
}
