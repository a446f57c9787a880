import type { Clocks, Terms } from '@shared/benefits/application/clock';
import type { ApplicationDetails, Recorded } from '@shared/benefits/application/details';
import { type ApplicationKind, codeOf } from '@shared/benefits/application/kind';
import { allAnswers, askedIn, sectionProblems } from '@shared/benefits/application/problems';
import type { OrganisationParty, Party } from '@shared/benefits/application/subject';
import { linesOf } from '@shared/forms/lines';
import { type Answers, sealedField } from '@shared/forms/question';
import type { Sealable } from '@shared/forms/sealing';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import type { Insertable } from 'kysely';
import { nounOf } from '../../benefits/application/nouns';
import { chosenIn, deskOfParty } from '../../benefits/application/offices';
import { at, type Database, json } from '../../platform/schema';
import { syntheticIdNumber, syntheticName, syntheticPhone } from '../synthetic';
import { judgedOn } from './judged';
import type { FileScript, Step } from './script';

export type MoveOf = Omit<Insertable<Database['move']>, 'at'> & { at: number };
export type EventOf = { event: string; payload: object; at: number };
export type Handed = { n: number; at: number; reference: string };

/** A file as it stands once its last step was made, with all that its way left behind. */
export type PlayedFile = {
  script: FileScript;
  /** With the organisations that may be chosen in its region. */
  kind: ApplicationKind;
  applicationId: string;
  personId: string;
  name: string;
  state: string;
  row: Insertable<Database['application']>;
  details: ApplicationDetails;
  sealed: ReadonlyMap<string, Sealable>;
  moves: MoveOf[];
  events: EventOf[];
  parties: Array<{ party: Party; organisationId: string; since: number }>;
  handed: Handed[];
};

/** What a file needs of its surroundings: ids, the edition's terms, the kind in its region, its number among all that were handed in. */
export type Surroundings = {
  newId(ms: number): string;
  terms: Terms;
  kindIn(kind: ApplicationKind, regionId: string): ApplicationKind;
  referenceOf(script: FileScript): string;
};

/**
 * Plays a file through its kind's own lifecycle: a move that is not open in a state throws, clocks, holder, due day and whose list it waits on are those
 * that the product itself reckons (`nounOf`), so that nothing of a row is made up.
 */
export function playFile(script: FileScript, around: Surroundings): PlayedFile {
  const kind = around.kindIn(script.kind, script.regionId);
  const { lifecycle } = kind;
  const noun = nounOf(kind);
  const applicationId = around.newId(script.begunAt);
  const personId = around.newId(script.begunAt - 60_000);
  const sealed = sealedOf(kind, script);
  const rank = script.rank ?? kind.rank({ place: script.won?.place ?? null, qualified: script.won !== null });
  const played: PlayedFile = {
    script,
    kind,
    applicationId,
    personId,
    name: syntheticName(script.n),
    state: lifecycle.initial,
    row: {
      id: applicationId,
      kind: codeOf(kind),
      state: lifecycle.initial,
      waits: lifecycle.states[lifecycle.initial]?.waits ?? null,
      version: 1,
      changed_at: at(script.begunAt),
      claimed_by: null,
      claimed_at: null,
      applicant_id: personId,
      region_id: script.regionId,
      party: kind.party(lifecycle.initial),
      organisation_id: null,
      live: true,
      rank,
      reference: null,
      submitted_at: null,
      due_on: null,
      lapses_at: null,
      clocks: json({}),
      details: json({}),
    },
    details: script.won === null ? {} : { rankZh: script.won.zh },
    sealed,
    moves: [],
    events: [],
    parties: [],
    handed: [],
  };
  let clocks: Clocks = {};
  for (const told of script.steps) {
    const { state } = played;
    const step = {
      ...told,
      at: told.at === 'lapse' ? lapsedAt(played) : told.at,
      by: told.by === 'applicant' ? personId : told.by,
    };
    const made = lifecycle.moves[step.move];
    if (!made?.from.includes(state) || typeof made.to === 'function')
      throw new Error(`${codeOf(kind)}: ${step.move} is not open in ${state}`);
    if (step.at <= (played.moves.at(-1)?.at ?? script.begunAt))
      throw new Error(`${codeOf(kind)} ${script.n}: ${step.move} comes before what it follows`);
    const version = Number(played.row.version) + 1;
    const organisations: OrganisationParty[] = played.parties.map((one) => ({ ...one, nameZh: '' }));
    const subject = {
      applicationId,
      kind: codeOf(kind),
      applicantId: personId,
      regionId: script.regionId,
      regionZh: script.regionZh,
      state,
      version: version - 1,
      claimedBy: played.row.claimed_by ?? null,
      claimedAt: null,
      submittedAt: played.handed.at(-1)?.at ?? null,
      clocks,
      terms: around.terms,
      organisationId: played.row.organisation_id ?? null,
      organisations,
    };
    const brought = noun.follows?.(subject, { command: step.move, next: made.to, now: step.at }) ?? {};
    clocks = JSON.parse(String(brought.set?.clocks ?? '{}')) as Clocks;
    const set = handIn(played, step, around);
    keepRecord(played, step);
    const organisationId = layWith(played, made.to, step.at);
    const held = lifecycle.states[made.to]?.held === true;
    played.state = made.to;
    played.row = {
      ...played.row,
      state: made.to,
      waits: lifecycle.states[made.to]?.waits ?? null,
      version,
      changed_at: at(step.at),
      claimed_by: held ? step.by : null,
      claimed_at: held ? at(step.at) : null,
      ...(brought.set as object),
      ...set,
      organisation_id: organisationId,
      ...step.set,
      details: json(played.details),
    };
    played.moves.push({
      subject_id: applicationId,
      n: version,
      move: step.move,
      from_state: state,
      to_state: made.to,
      by_person: step.by,
      at: step.at,
      reason: step.reason ?? null,
      details: json({ ...brought.details }),
    });
    const event = 'emits' in made ? made.emits[0] : undefined;
    if (event !== undefined && noun.news) {
      const facts = { ...brought.facts, organisationId, ...(step.detailZh && { detailZh: step.detailZh }) };
      const payload = noun.news(event, { subject, next: made.to, by: step.by, now: step.at, facts });
      played.events.push({ event, payload, at: step.at });
    }
  }
  return played;
}

/** A minute after its clock ran out: the clock's moves are made at the next tick. */
function lapsedAt({ row, applicationId }: PlayedFile): number {
  if (!row.lapses_at) throw new Error(`Nothing of ${applicationId} lapses.`);
  return row.lapses_at.getTime() + 60_000;
}

type TimedStep = Step & { at: number };

function sealedOf(kind: ApplicationKind, script: FileScript): Map<string, Sealable> {
  const typed = {
    'person.idNumber': syntheticIdNumber(script.n),
    'person.phone': syntheticPhone(script.n),
    ...script.sealed,
  };
  return new Map(
    Object.entries(kind.seals).flatMap(([field, judge]): Array<[string, Sealable]> => {
      const judged = judge(typed[field as keyof typeof typed] ?? '', shanghaiDate(script.begunAt));
      if (!judged.ok) throw new Error(`${codeOf(kind)}: ${field} would be refused`);
      return [[field, judged.value]];
    }),
  );
}

/** What handing in leaves behind; the answers have to be whole, as they would have to be. */
function handIn(played: PlayedFile, step: TimedStep, around: Surroundings): object {
  const { kind, script } = played;
  const first = step.move === kind.submits;
  if (!first && kind.supplies?.includes(step.move) !== true) {
    if (kind.returns.includes(step.move))
      played.details = {
        ...played.details,
        correction: {
          by: kind.party(played.state) ?? 'hr',
          faults: step.faults ?? [],
          message: step.reason ?? '',
          sentAt: toShanghai(step.at),
        },
      };
    return {};
  }
  const all = allAnswers(kind, (section) => script.answers[section] ?? {});
  const wrong = kind.sections.flatMap((section) =>
    Object.entries(
      sectionProblems(kind, section, script.answers[section.code] ?? {}, all, () => true, shanghaiDate(step.at)),
    ),
  );
  if (wrong.length > 0) throw new Error(`${codeOf(kind)} ${script.n}: ${JSON.stringify(wrong)}`);
  const reference = played.row.reference ?? around.referenceOf(script);
  played.handed.push({ n: played.handed.length + 1, at: step.at, reference });
  const chosen = Object.assign(
    {},
    ...kind.sections.map(({ code, questions }) => chosenIn(questions, ({ name }) => all[`${code}.${name}`])),
  );
  const { correction: _, ...before } = played.details;
  played.details = {
    ...before,
    judged: first
      ? judgedOn(kind, all, syntheticIdNumber(script.n), shanghaiDate(step.at))
      : (before.judged as NonNullable<ApplicationDetails['judged']>),
    chosen: { ...before.chosen, ...chosen },
  };
  return { reference, ...(first && { submitted_at: at(step.at) }) };
}

/** What a move is told is kept with it; of a sealed answer the covered form alone. */
function keepRecord(played: PlayedFile, { move, at: ms, answers = {}, reckoned }: TimedStep): void {
  if (reckoned !== undefined)
    played.details = {
      ...played.details,
      records: [...(played.details.records ?? []), { ...reckoned, at: toShanghai(ms) }],
    };
  const record = played.kind.records?.[move];
  if (record === undefined) return;
  const kept: Record<string, Answers[string]> = {};
  for (const { name } of askedIn(record, answers)) {
    const answer = answers[name];
    if (answer === undefined || answer === null || answer === '') continue;
    const judged = record.seals?.[name]?.(String(answer));
    kept[name] = judged?.ok ? judged.value.masked : answer;
  }
  const recorded: Recorded = { move, at: toShanghai(ms), answers: kept };
  played.details = {
    ...played.details,
    chosen: { ...played.details.chosen, ...chosenIn(record.questions, ({ name }) => kept[name]) },
    records: [...(played.details.records ?? []), recorded],
  };
}

/** With which organisation it lies after a move; written down once. */
function layWith(played: PlayedFile, next: string, since: number): string | null {
  const party = played.kind.party(next);
  if (party === null || deskOfParty(played.kind, party)?.place !== 'organisation') return null;
  const organisationId = played.details.chosen?.[party];
  if (organisationId === undefined) throw new Error(`Nobody chose a ${party}.`);
  if (played.parties.findLast((one) => one.party === party)?.organisationId !== organisationId)
    played.parties.push({ party, organisationId, since });
  return organisationId;
}

/** A form as it was handed in, in words. */
export const partsOf = ({ kind, script, sealed }: PlayedFile) =>
  kind.sections.map((section) => ({
    section: section.code,
    zh: section.zh,
    lines: linesOf(
      askedIn(section, script.answers[section.code] ?? {}),
      script.answers[section.code] ?? {},
      Object.fromEntries(
        section.questions.flatMap(({ name }) => {
          const value = sealed.get(sealedField(section.code, name));
          return value ? [[name, value.masked]] : [];
        }),
      ),
    ),
  }));
