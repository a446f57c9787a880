import type { ApplicationKind, Desk, KindQuestion } from '@shared/benefits/application/kind';
import type { Party } from '@shared/benefits/application/subject';
import type { Choice } from '@shared/forms/question';
import { organisationKindNames, organisationKinds } from '@shared/people/grants/organisation-kinds';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';

export const deskOfParty = (kind: ApplicationKind, party: Party | null): Desk | undefined =>
  kind.desks.find((desk) => desk.party === party);

/** What kind of organisation takes a part: that whose people have the part's role. */
const organisationKindOf = (kind: ApplicationKind, party: Party): string | undefined => {
  const role = deskOfParty(kind, party)?.role;
  return organisationKindNames.find((name) => organisationKinds[name].role === role);
};

/** The organisations that may be chosen, by the name of the question. */
export type OrganisationChoices = ReadonlyMap<string, readonly Choice[]>;

/** The region's organisations, and those of the whole city, for whatever questions choose among them; nothing is asked where none does. */
export async function organisationChoices(
  db: Db,
  kind: ApplicationKind,
  regionId: string,
  questions: readonly KindQuestion[],
): Promise<OrganisationChoices> {
  const choosing = questions.flatMap(({ name, chooses }) =>
    chooses === undefined ? [] : [{ name, of: organisationKindOf(kind, chooses) }],
  );
  if (choosing.length === 0) return new Map();
  const { rows } = await sql<{ id: string; kind: string; name_zh: string }>`select id, kind, name_zh from organisation
    where active and (region_id is null or region_id = ${regionId}) order by name_zh, id`.execute(db);
  return new Map(
    choosing.map(({ name, of }) => [
      name,
      rows.filter((row) => row.kind === of).map(({ id, name_zh }) => ({ value: id, zh: name_zh })),
    ]),
  );
}

/** The kind with what may be chosen in its form, for the region of an application. */
export async function withChoices(db: Db, kind: ApplicationKind, regionId: string): Promise<ApplicationKind> {
  const found = await organisationChoices(
    db,
    kind,
    regionId,
    kind.sections.flatMap(({ questions }) => questions),
  );
  if (found.size === 0) return kind;
  return {
    ...kind,
    sections: kind.sections.map((section) => ({ ...section, questions: filled(section.questions, found) })),
  };
}

/** Questions with what may be chosen in them. */
export const filled = (questions: readonly KindQuestion[], found: OrganisationChoices): readonly KindQuestion[] =>
  questions.map((question) => ({
    ...question,
    ...(found.has(question.name) && { choices: found.get(question.name) }),
  }));

/** What may be chosen, as a page is told it. */
export const choicesView = (questions: readonly KindQuestion[]): Record<string, Choice[]> =>
  Object.fromEntries(
    questions.flatMap(({ name, chooses, choices = [] }) => (chooses === undefined ? [] : [[name, [...choices]]])),
  );

/** Which organisation was chosen for which party. */
export const chosenIn = (
  questions: readonly KindQuestion[],
  answerTo: (question: KindQuestion) => unknown,
): Partial<Record<Party, string>> =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answerTo(question);
      return question.chooses === undefined || typeof answer !== 'string' || answer === ''
        ? []
        : [[question.chooses, answer]];
    }),
  );

/** Where an organisation is reached; null: it said no phone. */
export async function contactOf(db: Db, organisationId: string) {
  const { rows } = await sql<{ deskZh: string; phone: string; addressZh: string }>`select desk_zh as "deskZh", phone,
    address_zh as "addressZh" from organisation where id = ${organisationId} and phone <> ''`.execute(db);
  return rows[0] ?? null;
}
