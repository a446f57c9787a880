import type { Answers } from '@shared/forms/question';
import { type RawBuilder, sql } from 'kysely';
import { jsonRows } from '../platform/schema/json-rows';
import type { Call } from '../rpc/call';
import type { ConsentRow } from './consents';

/** `savedByZh`: null when whoever asks saved it themselves. */
export type SectionRow = { data: Answers; version: number; savedAt: number; savedByZh: string | null };
/** `setAt` in milliseconds. */
export type SealedRow = { sealed: string; masked: string; setAt: number };

/** What stands in the form of a subject at one moment; an area reads its own rows beside it. */
export type FormRows<Section extends string = string> = {
  subjectId: string;
  sections: ReadonlyMap<Section, SectionRow>;
  /** Field (`leader.idNumber`) to its sealed value and masked text. */
  sealed: ReadonlyMap<string, SealedRow>;
  /** The consents that stand, of the person whose form it is. */
  consents: readonly ConsentRow[];
};

/** The same as the columns of a query have it. */
export type FormColumns<Section extends string = string> = {
  sections: Array<{
    section: Section;
    data: Answers;
    version: number;
    saved_at: number;
    saved_by: string | null;
  }> | null;
  sealed: Array<{ field: string; sealed: string; masked: string; set_at: number }> | null;
  consents: ConsentRow[] | null;
};

/**
 * A form as columns, for a query that reads other rows of the subject too: a query for each kind of row cost a save half of its time.
 * @param subjectId the subject's id as that query has it
 * @param personId whose form it is, by whom the consents are given, as that query has it; null there: of somebody who has signed on paper alone
 */
export const formColumns = (call: Call, subjectId: RawBuilder<unknown>, personId: RawBuilder<unknown>) => sql`
  (select json_agg(json_build_object('section', s.section, 'data', s.data, 'version', s.version,
      'saved_at', s.saved_at,
      'saved_by', case when s.saved_by = ${call.actor?.personId ?? null}::uuid then null else p.display_name end))
    from section s join person p on p.id = s.saved_by where s.subject_id = ${subjectId}) as sections,
  (select json_agg(json_build_object('field', v.field, 'sealed', v.sealed, 'masked', v.masked, 'set_at', v.set_at))
    from sealed_value v where v.subject_id = ${subjectId}) as sealed,
  (select json_agg(k) from consent k where k.subject_id = ${subjectId}
    and k.person_id is not distinct from ${personId}::uuid
    and k.withdrawn_at is null) as consents`;

/** What those columns answered as a form. */
export const asForm = <Section extends string>(
  subjectId: string,
  columns: FormColumns<Section>,
): FormRows<Section> => ({
  subjectId,
  sections: new Map(
    jsonRows(columns.sections).map(({ section, saved_at, saved_by, ...row }) => [
      section,
      { ...row, savedAt: saved_at, savedByZh: saved_by },
    ]),
  ),
  sealed: new Map(jsonRows(columns.sealed).map(({ field, set_at, ...value }) => [field, { ...value, setAt: set_at }])),
  consents: jsonRows(columns.consents),
});

/**
 * Reads the form of a subject that has nothing else in it, in one query.
 * @param personId whose form it is
 * @param also what the area's own rules ask besides
 */
export async function readForm<Section extends string, Also extends object>(
  call: Call,
  subjectId: string,
  personId: string,
  also: Also,
): Promise<FormRows<Section> & Also> {
  const { rows } = await sql<FormColumns<Section>>`select ${formColumns(call, sql`e.id`, sql`${personId}`)}
    from (values (${subjectId}::uuid)) e (id)`.execute(call.db);
  const [found] = rows;
  if (!found) throw new Error('A query of one row gave none.');
  return { ...asForm(subjectId, found), ...also };
}

/** What was typed in a section; nothing yet is an empty record. */
export const answersOf = <Section extends string>(
  { sections }: Pick<FormRows<Section>, 'sections'>,
  section: Section,
): Answers => sections.get(section)?.data ?? {};

/** The masked texts of a section's sealed answers, by their questions' names. */
export function maskedOf({ sealed }: Pick<FormRows, 'sealed'>, section: string): Record<string, string> {
  const prefix = `${section}.`;
  const fields = [...sealed].filter(([field]) => field.startsWith(prefix));
  return Object.fromEntries(fields.map(([field, { masked }]) => [field.slice(prefix.length), masked]));
}
