import { type RawBuilder, sql } from 'kysely';
import { sha256Hex } from '../../platform/crypto/hash';
import type { Db } from '../../platform/db';
import { later } from '../../platform/pipeline';
import { at, json } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import type { Outside } from '../../rpc/procedure';
import { openidOf } from './judge-name';
import { judgeText, type TextVerdict } from './judge-text';
import { contentWordsOf } from './words';

/** A text of a subject that others read: its place (`project.title`) and what that is called to people. */
export type ReadText = { field: string; fieldZh: string; text: string };

/** `waiting`: WeChat is asked again; `review`: staff look; `refused`: told to whose it is until they write another. */
export type TextState = 'passed' | 'waiting' | 'review' | 'refused';

/** What is known of a text that stood in a field, by its digest. */
export type KnownText = { field: string; digest: string; state: TextState; why: string | null };

/** When WeChat is asked again, in milliseconds, and how often at most. */
const againMs = 10 * 60_000;
const mostTries = 5;

export const digestOf = (text: string): string => sha256Hex(text);

/** In SQL: what is known of the texts of a subject, for a query that reads more of it. */
export const textsKnown = (subjectId: RawBuilder<unknown>): RawBuilder<KnownText[] | null> => sql`(
  select json_agg(json_build_object('field', t.field, 'digest', t.digest, 'state', t.state, 'why', t.why))
  from text_check t where t.subject_id = ${subjectId})`;

/** In SQL: whether a text of a subject is not to be shown to the public. */
export const textHeld = (subjectId: RawBuilder<unknown>, field: string): RawBuilder<boolean> => sql`exists (
  select from text_check t where t.subject_id = ${subjectId} and t.field = ${field} and t.state <> 'passed')`;

/** In SQL: what the texts of a submitted subject are called that nobody has judged yet. */
export const textsUnjudged = (subjectId: RawBuilder<unknown>): RawBuilder<string[]> => sql`coalesce((
  select json_agg(t.field_zh order by t.field) from text_check t
  where t.subject_id = ${subjectId} and t.state in ('waiting', 'review') and t.sent), '[]')`;

/** Why a text as it now stands is not taken; null: nothing is known against it. */
export const refusedWhy = (known: readonly KnownText[], field: string, text: string): string | null =>
  known.find((one) => one.field === field && one.state === 'refused' && one.digest === digestOf(text))?.why ?? null;

/** A text with what was just thought of it. */
export type Judged = ReadText & { verdict: TextVerdict };

/**
 * Judges those texts of a subject of which nothing is known yet as they stand. Asks outside the database: before a transaction, or between two.
 * @param personId whose writing it is
 */
export async function judgeTexts(
  { db, contentCheck }: Pick<Outside, 'db' | 'contentCheck'>,
  personId: string,
  known: readonly KnownText[],
  texts: readonly ReadText[],
): Promise<Judged[]> {
  const anew = texts.filter(
    ({ field, text }) =>
      text !== '' &&
      !known.some((one) => one.field === field && one.digest === digestOf(text) && one.state !== 'waiting'),
  );
  if (anew.length === 0) return [];
  const [words, openid] = await Promise.all([contentWordsOf(db), openidOf(db, personId)]);
  return Promise.all(
    anew.map(async (one) => ({ ...one, verdict: await judgeText(contentCheck, words, openid, { scene: 3, ...one }) })),
  );
}

const states = { taken: 'passed', refused: 'refused', look: 'review', later: 'waiting' } as const;

/** Keeps what was thought of texts, in one statement; what was known of the fields before is over. */
export function keepVerdicts(
  subjectId: string,
  personId: string,
  judged: readonly Judged[],
  now: number,
): RawBuilder<unknown> {
  const rows = judged.map(({ field, fieldZh, text, verdict }) => ({
    field,
    field_zh: fieldZh,
    digest: digestOf(text),
    text: verdict.kind === 'taken' ? null : text,
    state: states[verdict.kind],
    why: verdict.kind === 'refused' ? verdict.why : null,
  }));
  return sql`insert into text_check as t (subject_id, field, person_id, field_zh, digest, text, state, why, since, due_at, version)
    select ${subjectId}::uuid, r.field, ${personId}::uuid, r.field_zh, r.digest, r.text, r.state, r.why, ${at(now)}, ${at(now + againMs)}, 1
    from jsonb_to_recordset(${json(rows)}::jsonb) as r(field text, field_zh text, digest text, text text, state text, why text)
    on conflict (subject_id, field) do update set person_id = excluded.person_id, field_zh = excluded.field_zh,
      digest = excluded.digest, text = excluded.text, state = excluded.state, why = excluded.why,
      sent = t.sent and t.digest = excluded.digest, tries = 0, since = excluded.since, due_at = excluded.due_at, version = t.version + 1`;
}

/** What was judged as known, beside what was known before. */
export const knownWith = (known: readonly KnownText[], judged: readonly Judged[]): KnownText[] => [
  ...known.filter(({ field }) => !judged.some((one) => one.field === field)),
  ...judged.map(({ field, text, verdict }) => ({
    field,
    digest: digestOf(text),
    state: states[verdict.kind],
    why: verdict.kind === 'refused' ? verdict.why : null,
  })),
];

/** What a subject says was submitted, so that staff read it, or taken back, so that they do not. */
export const sentTexts = (call: Call, subjectId: string, sent: boolean): Promise<void> =>
  later(call.db, sql`update text_check set sent = ${sent} where subject_id = ${subjectId} and sent <> ${sent}`);

/** A text that is not shown to the public yet. Milliseconds. */
export type TextCheck = {
  subjectId: string;
  kind: string;
  personId: string;
  field: string;
  fieldZh: string;
  text: string;
  state: 'waiting' | 'review';
  since: number;
  version: number;
};

const most = 50;
const columns = sql`t.subject_id as "subjectId", s.kind, t.person_id as "personId", t.field, t.field_zh as "fieldZh", t.text, t.state,
  t.since, t.version`;

/** What of submitted things staff have to look at, the oldest first; then what WeChat is asked about again. */
export async function textsHeld(db: Db): Promise<TextCheck[]> {
  const { rows } = await sql<TextCheck>`select ${columns} from text_check t join subject s on s.id = t.subject_id
    where t.state in ('waiting', 'review') and t.sent order by t.state = 'waiting', t.since, t.subject_id, t.field limit ${most}`.execute(
    db,
  );
  return rows;
}

/** How many staff have to look at. */
export async function countTextsToLookAt(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from text_check
    where state = 'review' and sent`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Texts of which WeChat is to be asked again, the longest due first. */
export async function textsDue(db: Db, now: number): Promise<TextCheck[]> {
  const { rows } = await sql<TextCheck>`select ${columns} from text_check t join subject s on s.id = t.subject_id
    where t.state = 'waiting' and t.due_at <= ${at(now)} order by t.due_at, t.subject_id, t.field limit ${most}`.execute(
    db,
  );
  return rows;
}

/**
 * Ends the check of a text, or puts it off, unless another was written meanwhile. After five times in vain a person looks.
 * @returns the text whose check it was; null: another was written, or it has ended
 */
export async function endText(
  db: Db,
  { subjectId, field, version }: Pick<TextCheck, 'subjectId' | 'field' | 'version'>,
  verdict: TextVerdict,
  now: number,
): Promise<Pick<TextCheck, 'personId' | 'kind' | 'fieldZh'> | null> {
  const set = {
    taken: sql`state = 'passed', text = null`,
    refused: sql`state = 'refused', why = ${verdict.kind === 'refused' ? verdict.why : null}`,
    look: sql`state = 'review'`,
    later: sql`tries = tries + 1, due_at = ${at(now + againMs)},
      state = case when tries + 1 >= ${mostTries} then 'review' else state end`,
  }[verdict.kind];
  const { rows } = await sql<Pick<TextCheck, 'personId' | 'kind' | 'fieldZh'>>`update text_check t set ${set}
    from subject s where s.id = t.subject_id and t.subject_id = ${subjectId} and t.field = ${field} and t.version = ${version}
      and t.state in ('waiting', 'review')
    returning t.person_id as "personId", s.kind, t.field_zh as "fieldZh"`.execute(db);
  return rows[0] ?? null;
}
