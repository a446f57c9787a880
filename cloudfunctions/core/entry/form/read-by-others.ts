import { fieldsOf } from '@shared/entry/fields';
import type { SectionName } from '@shared/entry/sections';
import { keptSection } from '@shared/forms/kept-section';
import type { Answers } from '@shared/forms/question';
import { wordsSay } from '@shared/people/content-words';
import { sql } from 'kysely';
import { judgeTexts, keepVerdicts, sentTexts } from '../../people/moves';
import { digestOf, type Judged, type KnownText, type ReadText, textsKnown } from '../../people/queries';
import { later } from '../../platform/pipeline';
import { type Call, me } from '../../rpc/call';
import type { Outside } from '../../rpc/procedure';
import type { FormState } from './form-state';

/** What others will read of what was written freely; names of persons and firms are never judged. */
export const readByOthers: Partial<Record<SectionName, readonly string[]>> = {
  project: ['title', 'summary', 'description'],
  jobs: ['directBasis', 'indirectBasis'],
};

const zhOf = (section: SectionName, name: string): string =>
  fieldsOf[section].find((field) => field.name === name)?.zh ?? name;

/** Every text of a form that others will read, as it stands. */
function textsOf(answersOf: (section: SectionName) => Answers): ReadText[] {
  return Object.entries(readByOthers).flatMap(([section, names]) =>
    names.map((name) => {
      const value = answersOf(section as SectionName)[name];
      return {
        field: `${section}.${name}`,
        fieldZh: zhOf(section as SectionName, name),
        text: typeof value === 'string' ? value.trim() : '',
      };
    }),
  );
}

/** A title that is about to be saved is judged before; null: there is nobody to ask, or it is no title. Nothing that was typed is refused by it. */
export async function judgeTitle(
  outside: Outside,
  { entryId, section, data }: { entryId: string; section: string; data: Answers },
  personId: string | null,
): Promise<Judged[]> {
  if (section !== 'project' || personId === null || outside.contentCheck === null) return [];
  const [title] = textsOf(() => keptSection(fieldsOf.project, data));
  if (!title || title.text === '') return [];
  const { rows } = await sql<{
    known: KnownText[] | null;
  }>`select ${textsKnown(sql`${entryId}::uuid`)} as known`.execute(outside.db);
  return judgeTexts(outside, personId, rows[0]?.known ?? [], [title]);
}

/**
 * Judges what is about to be submitted and was not yet, where there is somebody to ask, and keeps what they say: a refusal has to outlive the submission
 * that it stops. Only of an entry that this person leads.
 */
export async function judgeTextsOf(outside: Outside, entryId: string, personId: string | null): Promise<void> {
  if (personId === null || outside.contentCheck === null) return;
  const { rows } = await sql<{ known: KnownText[] | null; sections: Record<string, Answers> | null }>`
    select ${textsKnown(sql`e.id`)} as known, (select json_object_agg(s.section, s.data) from section s where s.subject_id = e.id) as sections
    from entry e where e.id = ${entryId} and e.leader_id = ${personId}`.execute(outside.db);
  const [row] = rows;
  if (!row) return;
  const judged = await judgeTexts(
    outside,
    personId,
    row.known ?? [],
    textsOf((section) => row.sections?.[section] ?? {}),
  );
  if (judged.length > 0) await keepVerdicts(entryId, personId, judged, outside.now()).execute(outside.db);
}

/**
 * What is submitted is staff's to read from now on. What nobody judged, because the city's list wants an eye on it or it was changed while somebody was
 * asked, is looked at or asked about later.
 * @param asks whether there is somebody to ask
 */
export async function sendTexts(call: Call, form: FormState, asks: boolean): Promise<void> {
  const { entryId } = form.head;
  const texts = textsOf((section) => form.sections.get(section)?.data ?? {});
  const unknown = texts.filter(
    ({ field, text }) => text !== '' && !form.texts.some((one) => one.field === field && one.digest === digestOf(text)),
  );
  const judged = unknown.flatMap((one): Judged[] => {
    if (wordsSay(one.text, form.rules.contentWords) === 'look') return [{ ...one, verdict: { kind: 'look' } }];
    return asks ? [{ ...one, verdict: { kind: 'later', code: null } }] : [];
  });
  if (judged.length > 0) await later(call.db, keepVerdicts(entryId, me(call), judged, call.now));
  if (judged.length > 0 || form.texts.length > 0) await sentTexts(call, entryId, true);
}
