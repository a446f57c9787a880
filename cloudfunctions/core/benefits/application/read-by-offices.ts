import type { ApplicationKind } from '@shared/benefits/application/kind';
import { allAnswers } from '@shared/benefits/application/problems';
import { kindOf } from '@shared/benefits/kinds';
import type { Answers } from '@shared/forms/question';
import { unfitZh, wordsSay } from '@shared/people/content-words';
import { sql } from 'kysely';
import { judgeTexts, keepVerdicts, sentTexts } from '../../people/moves';
import {
  contentWordsInSql,
  digestOf,
  type Judged,
  type KnownText,
  type ReadText,
  refusedWhy,
  textsKnown,
} from '../../people/queries';
import { later } from '../../platform/pipeline';
import type { Call } from '../../rpc/call';
import type { Outside } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import type { ApplicationHead } from './subjects';

/** What is written freely in a form and read by offices; names and addresses are never judged. */
const textsOf = (kind: ApplicationKind, answers: Answers): ReadText[] =>
  kind.sections.flatMap(({ code, questions }) =>
    questions
      .filter(({ input }) => input === 'area')
      .map(({ name, zh }) => {
        const answer = answers[`${code}.${name}`];
        return { field: `${code}.${name}`, fieldZh: zh, text: typeof answer === 'string' ? answer.trim() : '' };
      }),
  );

/** Whether a move hands in what was written. */
const handsIn = (kind: ApplicationKind, move: string): boolean =>
  move === kind.submits || kind.supplies?.includes(move) === true;

/** Judges what is about to be handed in and was not yet, before the transaction and where there is somebody to ask; what they say is kept. Only of one's own. */
export async function judgeHandedIn(
  outside: Outside,
  { applicationId, move }: { applicationId: string; move: string },
  personId: string | null,
): Promise<void> {
  if (personId === null || outside.contentCheck === null) return;
  const { rows } = await sql<{ kind: string; known: KnownText[] | null; sections: Record<string, Answers> | null }>`
    select a.kind, ${textsKnown(sql`a.id`)} as known,
      (select json_object_agg(s.section, s.data) from section s where s.subject_id = a.id) as sections
    from application a where a.id = ${applicationId} and a.applicant_id = ${personId}`.execute(outside.db);
  const [row] = rows;
  const kind = row && kindOf(row.kind);
  if (!row || !kind || !handsIn(kind, move)) return;
  const texts = textsOf(
    kind,
    allAnswers(kind, (section) => row.sections?.[section] ?? {}),
  );
  const judged = await judgeTexts(outside, personId, row.known ?? [], texts);
  if (judged.length > 0) await keepVerdicts(applicationId, personId, judged, outside.now()).execute(outside.db);
}

/**
 * What is handed in is the offices' to read from now on: what may not be said is refused with its question's name, what the city's list wants an eye on is
 * held for staff. Throws Refused BENEFITS_TEXT_REFUSED.
 */
export async function insistReadable(
  call: Call,
  kind: ApplicationKind,
  { applicationId, applicantId }: ApplicationHead,
  answers: Answers,
): Promise<void> {
  const texts = textsOf(kind, answers).filter(({ text }) => text !== '');
  if (texts.length === 0) return;
  const { rows } = await sql<{ known: KnownText[] | null; words: Parameters<typeof wordsSay>[1] }>`
    select ${textsKnown(sql`${applicationId}::uuid`)} as known, ${contentWordsInSql} as words`.execute(call.db);
  const { known, words } = rows[0] ?? { known: null, words: [] };
  for (const { field, fieldZh, text } of texts) {
    const why = wordsSay(text, words) === 'refuse' ? unfitZh(null) : refusedWhy(known ?? [], field, text);
    if (why !== null) throw new Refused('BENEFITS_TEXT_REFUSED', `“${fieldZh}”：${why}`);
  }
  const looked = texts.flatMap((one): Judged[] =>
    wordsSay(one.text, words) === 'look' &&
    !known?.some(({ field, digest }) => field === one.field && digest === digestOf(one.text))
      ? [{ ...one, verdict: { kind: 'look' } }]
      : [],
  );
  if (looked.length > 0) await later(call.db, keepVerdicts(applicationId, applicantId, looked, call.now));
  if (looked.length > 0 || known !== null) await sentTexts(call, applicationId, true);
}
