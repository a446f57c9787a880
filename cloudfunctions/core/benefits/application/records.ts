import type { Recorded } from '@shared/benefits/application/details';
import type { About, ApplicationKind, MoveRecord } from '@shared/benefits/application/kind';
import { askedIn, recordProblems } from '@shared/benefits/application/problems';
import type { Party } from '@shared/benefits/application/subject';
import { recordLines } from '@shared/benefits/application/units';
import { keptSection, unkeepable } from '@shared/forms/kept-section';
import type { Answers } from '@shared/forms/question';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { textHasIdNumber } from '@shared/kernel/typed/sentences';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { answersIn, readApplicationForm } from './form';
import { choicesView, chosenIn, filled, organisationChoices } from './offices';
import { isOwnMove, makerOf, sees } from './parties';
import type { ApplicationHead } from './subjects';

/** By what the answers of a move are judged. */
async function aboutOf(call: Call, kind: ApplicationKind, application: ApplicationHead): Promise<About> {
  const form = await readApplicationForm(call, application);
  return {
    answers: answersIn(kind, form),
    records: application.details.records ?? [],
    handedInOn: application.submittedAt === null ? null : shanghaiDate(application.submittedAt),
    today: shanghaiDate(call.now),
  };
}

/** The record of a move with the organisations that may be chosen in it. */
async function askedOf(call: Call, kind: ApplicationKind, { regionId }: ApplicationHead, move: string) {
  const record: MoveRecord | undefined = kind.records?.[move];
  if (record === undefined) return null;
  const found = await organisationChoices(call.db, kind, regionId, record.questions);
  return { ...record, questions: filled(record.questions, found) };
}

/** What a move asks, as its page is told it; null: nothing. */
export async function askedView(call: Call, kind: ApplicationKind, application: ApplicationHead, move: string) {
  const record = await askedOf(call, kind, application, move);
  if (record === null) return null;
  const choices = choicesView(record.questions);
  // Where there is but one, it is chosen already.
  const only = Object.fromEntries(
    Object.entries(choices).flatMap(([name, [first, ...others]]) =>
      first && others.length === 0 ? [[name, first.value]] : [],
    ),
  );
  const proposed = record.proposes?.(await aboutOf(call, kind, application)) ?? {};
  return { proposed: { ...only, ...proposed }, choices };
}

/** What the answers of a move come to: the record that is kept, the sealed ones apart, the organisations that were chosen. */
export type Heard = {
  recorded: Recorded | null;
  sealed: Readonly<Record<string, string>>;
  chosen: Partial<Record<Party, string>>;
};

/** Judges what a move is told, made plain as a form's answers are. Throws Refused BENEFITS_ANSWERS_WRONG with every fault beside its field, or for an identity number in the open. */
export async function hear(
  call: Call,
  kind: ApplicationKind,
  application: ApplicationHead,
  move: string,
  answers: Answers,
): Promise<Heard> {
  const record = await askedOf(call, kind, application, move);
  if (record === null) return { recorded: null, sealed: {}, chosen: {} };
  const about = await aboutOf(call, kind, application);
  const plain = keptSection(record.questions, answers);
  const open = unkeepable(record.questions, plain);
  if (Object.keys(open).length > 0) throw new Refused(textHasIdNumber, undefined, open);
  const problems = recordProblems(record, plain, about);
  const kept: Record<string, Answers[string]> = {};
  const sealed: Record<string, string> = {};
  for (const { name, input } of askedIn(record, plain)) {
    const answer = plain[name];
    if (answer === undefined || answer === null || answer === '') continue;
    const judged = input === 'sealed' ? record.seals?.[name]?.(String(answer)) : undefined;
    if (judged === undefined) kept[name] = answer;
    else if (!judged.ok) problems[name] ??= judged.message;
    else {
      kept[name] = judged.value.masked;
      sealed[name] = judged.value.plain;
    }
  }
  if (Object.keys(problems).length > 0) throw new Refused('BENEFITS_ANSWERS_WRONG', undefined, problems);
  return {
    recorded: { move, at: toShanghai(call.now), answers: kept },
    sealed,
    chosen: chosenIn(record.questions, ({ name }) => kept[name]),
  };
}

/** What moves were told so far, of which a party sees something. */
export function recordsView(kind: ApplicationKind, { details, organisations }: ApplicationHead, party: Party) {
  const names = new Map(organisations.map(({ organisationId, nameZh }) => [organisationId, nameZh]));
  return (details.records ?? []).flatMap(({ move, at, answers }) => {
    // Of whose place another took it is their own. It was kept to the second, and may have been told in the one in which they came to have it.
    const own = { move, at: Date.parse(at) + 999 };
    if (makerOf(kind, move) === party && !isOwnMove(kind, { organisations }, party, own)) return [];
    const questions = (kind.records?.[move]?.questions ?? []).filter((question) => sees(party, question));
    const lines = recordLines(questions, answers, (question) =>
      question.chooses === undefined
        ? (question.choices ?? [])
        : [{ value: String(answers[question.name]), zh: names.get(String(answers[question.name])) ?? '' }],
    );
    const reckonedZh = kind.records?.[move]?.reckonedZh;
    const zh = reckonedZh ?? kind.lifecycle.moves[move]?.label ?? '';
    return lines.length === 0 ? [] : [{ zh, at: reckonedZh === undefined ? at : null, lines }];
  });
}
