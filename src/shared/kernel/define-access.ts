import { type Caller, hasRole, hasRoleAnywhere, type Role, roleZh } from './actor';

/** Yes, or no with a reason that a page can show. `hidden`: the reader may not even know that the thing exists (404). */
export type Verdict = { ok: true } | { ok: false; code: string; reason: string; hidden?: boolean };

export type Denial = { code: string; reason: string; hidden?: boolean };

/** A named predicate over who calls and what it is about. The name is what the generated permission matrix prints. */
export type Rule<Subject> = {
  readonly name: string;
  readonly decide: (caller: Caller, subject: Subject) => Verdict;
};

const yes: Verdict = { ok: true };

/** The answer to every visitor where a person is needed; the only denial that is a 401. */
export const notSignedIn: Denial = { code: 'PEOPLE_NOT_SIGNED_IN', reason: '请先登录' };

/** A rule about signed-in people: a visitor is asked to sign in, others are tested. */
export function rule<Subject>(
  name: string,
  test: (actor: NonNullable<Caller>, subject: Subject) => boolean,
  denial: Denial,
): Rule<Subject> {
  return {
    name,
    decide: (caller, subject) => {
      if (caller === null) return { ok: false, ...notSignedIn };
      return test(caller, subject) ? yes : { ok: false, ...denial };
    },
  };
}

/** What a composed rule needs to know: everything that any of its parts needs to know. */
type Asked<Parts extends readonly Rule<never>[]> = (
  Parts[number] extends infer Part
    ? Part extends Rule<infer Subject>
      ? (subject: Subject) => void
      : never
    : never
) extends (subject: infer All) => void
  ? All
  : never;

const inBrackets = (part: Rule<never>, word: string) => (part.name.includes(word) ? `（${part.name}）` : part.name);

/** Passes when any part passes; when none does, the first part's reason is told, so put the most telling first. */
export function anyOf<Parts extends readonly [Rule<never>, ...Rule<never>[]]>(...parts: Parts): Rule<Asked<Parts>> {
  return {
    name: parts.map((part) => inBrackets(part, ' 且 ')).join(' 或 '),
    decide: (caller, subject) => {
      const [first, ...others] = parts;
      const verdict = first.decide(caller, subject as never);
      return verdict.ok || others.some((part) => part.decide(caller, subject as never).ok) ? yes : verdict;
    },
  };
}

/** Passes when every part passes; otherwise the first failing part's reason is told. */
export function allOf<Parts extends readonly [Rule<never>, ...Rule<never>[]]>(...parts: Parts): Rule<Asked<Parts>> {
  return {
    name: parts.map((part) => inBrackets(part, ' 或 ')).join(' 且 '),
    decide: (caller, subject) => {
      for (const part of parts) {
        const verdict = part.decide(caller, subject as never);
        if (!verdict.ok) return verdict;
      }
      return yes;
    },
  };
}

/** Passes a signed-in person whom the part refuses. The name is given, because “非某” rarely reads well. */
export function not<Subject>(part: Rule<Subject>, name: string, denial: Denial): Rule<Subject> {
  return rule(name, (actor, subject) => !part.decide(actor, subject).ok, denial);
}

/** Visitors too. */
export const anyone: Rule<unknown> = { name: '任何人', decide: () => yes };

/** Any signed-in person. */
export const signedIn: Rule<unknown> = rule('已登录', () => true, notSignedIn);

/** No person at all: moves that only the clock makes. */
export const onlyTheClock: Rule<unknown> = rule('系统到期', () => false, {
  code: 'PEOPLE_NOT_ALLOWED',
  reason: '到期后由系统自动办理',
});

/** The role in exactly the subject's region. With `hidden`, others are not told that the subject exists. */
export function holds(role: Role, how: { hidden?: boolean } = {}): Rule<{ regionId: string }> {
  const denial = { code: 'PEOPLE_NOT_ALLOWED', reason: `只有本县（市、区）${roleZh[role]}可以办理` };
  return rule(
    `本地${roleZh[role]}`,
    (actor, subject) => hasRole(actor, role, subject.regionId),
    how.hidden === true ? { ...denial, hidden: true } : denial,
  );
}

/** The role in any region; what the person then sees is scoped by the query. */
export function holdsAnywhere(role: Role): Rule<unknown> {
  const denial = { code: 'PEOPLE_NOT_ALLOWED', reason: `只有${roleZh[role]}可以办理` };
  return rule(roleZh[role], (actor) => hasRoleAnywhere(actor, role), denial);
}

/** The city's staff. */
export const cityOnly: Rule<unknown> = holdsAnywhere('cityStaff');

/** A rule as it stands in a table, with an example of what it is asked about; null: it is about nothing. */
export type TableRule<Subject> = Rule<Subject> & { readonly sample: object | null };

/** An area's permission table: for each ability the rule that decides it. */
export type Access<Subject, Ability extends string> = {
  readonly area: string;
  readonly table: Readonly<Record<Ability, TableRule<Subject>>>;
  /** May this caller do this with this subject? Answers with a reason, never throws. */
  decide(ability: Ability, caller: Caller, subject: Subject): Verdict;
};

/**
 * Declares an area's table: `defineAccess<EntrySubject>(sampleSubject)('entry', { submit: leads, … })`.
 * @param sample one such subject, about which the permission matrix and its documents ask every kind of caller (`kernel/sample-cast.ts`); none
 * where the rules are about nothing
 */
export function defineAccess<Subject>(...[sample]: unknown extends Subject ? [] : [sample: Subject & object]) {
  return <Ability extends string>(
    area: string,
    table: Readonly<Record<Ability, Rule<Subject>>>,
  ): Access<Subject, Ability> => {
    const rules = Object.entries<Rule<Subject>>(table);
    return {
      area,
      table: Object.fromEntries(
        rules.map(([ability, rule]) => [ability, { ...rule, sample: sample ?? null }]),
      ) as Record<Ability, TableRule<Subject>>,
      decide: (ability, caller, subject) => table[ability].decide(caller, subject),
    };
  };
}
