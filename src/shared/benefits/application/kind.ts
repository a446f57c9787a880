import type { Slot } from '../../files/slot';
import type { ConsentText } from '../../forms/consent-text';
import type { Answers, Question } from '../../forms/question';
import type { Sealable } from '../../forms/sealing';
import type { Role } from '../../kernel/actor';
import type { Rule } from '../../kernel/define-access';
import type { Lifecycle } from '../../kernel/define-lifecycle';
import type { Result } from '../../kernel/result';
import type { FactName, FactValue } from '../../policies/facts';
import type { Route } from '../../routes';
import type { BenefitsEvents } from '../events';
import type { ClockSpec } from './clock';
import type { Recorded } from './details';
import type { ApplicationSubject, Party } from './subject';
import type { Unit } from './units';

/** Whose names the words of a lifecycle need: the desk of the region, and the organisation that has it now. */
export type Holders = { deskZh: string; officeZh: string | null };

export type ApplicationLifecycle = Lifecycle<string, string, ApplicationSubject, keyof BenefitsEvents, Holders>;

/** What an office sees of a field: its value, a covered form of it, or nothing (left out). */
export type Sight = 'value' | 'masked';

/** A question with where it may be filled in from, and which offices see it. */
export type KindQuestion = Question & {
  /** A field of an entry's submission: `entity.name`. */
  prefill?: string;
  sight: Readonly<Partial<Record<Party, Sight>>>;
  /** Asked only of who answered so. */
  onlyIf?: (answers: Answers) => boolean;
  /** Its choices are the organisations of the region, and of the whole city, that take this part; what is chosen has the application when its turn comes. */
  chooses?: Party;
  /** In what a number is typed; it is kept in whole fen, basis points or pieces. */
  unit?: Unit;
  /** A day that may lie ahead. */
  ahead?: true;
};

export type KindSection = { code: string; zh: string; questions: readonly KindQuestion[] };

export type KindSlot = Slot & {
  /** Which document it asks for, by one name in all kinds and in the entry's slots: what somebody gave under it before is offered here, and not asked again. */
  document?: string;
  sight: readonly Party[];
  /** Whether it is needed, of the answers of all sections by `section.name`; what is not needed may still be sent. */
  needed: (answers: Answers) => boolean;
  /** In which states it can be sent, and is read at once; left out: while the form is open, and read as it was handed in. */
  opensIn?: readonly string[];
};

/** A station of the way, as the public reads it; `states` are those in which an application is there, the first of them with the clock that is promised; `workdays` where it has none. */
export type Station = { zh: string; byZh: string; states: readonly string[]; workdays?: number | null };

/** By what the answers of a move are judged: what was answered in the form, what earlier moves were told. `today` as a date in Shanghai. */
export type About = { answers: Answers; records: readonly Recorded[]; handedInOn: string | null; today: string };

/** What a move is told besides its reason: kept in the order in which it came, and read by each party as its questions say. */
export type MoveRecord = {
  questions: readonly KindQuestion[];
  /** What the answers say, besides what is missing: question → sentence. */
  judge?: (answers: Answers, about: About) => Readonly<Record<string, string>>;
  /** What stands in it beforehand, to be changed. */
  proposes?: (about: About) => Answers;
  /** How sealed answers are judged: of them the covered form alone is kept here, the value is its kind's area's to keep. */
  seals?: Readonly<Record<string, (typed: string) => Result<Sealable>>>;
  /** What its record stands under, without a time, where it was reckoned before the move is made: the move's own words would say that it was. */
  reckonedZh?: string;
};

/** An office of a kind: a desk that each region has, or the people of the organisation that was chosen. `reads`: the rule that lets them. */
export type Desk = {
  party: Party;
  role: Role;
  zh: string;
  place: 'region' | 'organisation';
  /** It reads, and nothing ever waits for it. */
  watches?: true;
  /** It reads state, clocks and what is its own to see: no reasons, and of the rule nothing. */
  bare?: true;
  /** It reads how each condition of the rule came out; the others whether all did. */
  judged?: 'lines';
  reads: Rule<ApplicationSubject>;
};

/**
 * A kind of application: everything that tells it from others, in one file. Nothing else of the product names a kind, but for its line in the registry.
 * Its name is its lifecycle's, which is the subject's kind and never changes.
 */
export type ApplicationKind = {
  zh: string;
  introZh: string;
  /** Under which policy it is judged, and frozen. */
  policy: string;
  /** Of one that may be judged under others too: by which of them, as its answers say. */
  others?: { policies: readonly string[]; policyOf: (answers: Answers) => string };
  sections: readonly KindSection[];
  /** How sealed answers are judged: `section.name`. `today` as a date in Shanghai. */
  seals: Readonly<Record<string, (typed: string, today: string) => Result<Sealable>>>;
  /** Under which sealed answer its applicant's identity number stands: the day of birth is read from it, and kept nowhere. */
  identity: string;
  slots: readonly KindSlot[];
  /** One a receiver; all are given before it is handed in. */
  consents: readonly ConsentText[];
  /** What the answers say, besides what is missing: field → sentence, by `section.name`. */
  judge: (answers: Answers) => Readonly<Record<string, string>>;
  /** What the answers say to the rule of the policy; good for this application alone. */
  facts: (answers: Answers) => Readonly<Partial<Record<FactName, FactValue>>>;
  lifecycle: ApplicationLifecycle;
  /** A page of its own about what comes of it, once it was handed in. */
  page?: { route: Route; zh: string };
  /** What its own rules and its area's works may refuse a move with: code → sentence. */
  refusals?: Readonly<Record<string, string>>;
  /** Which move hands it in; which hand in later what an office asked for, and are not judged anew. */
  submits: string;
  /** A new one begins with what was answered in the last that is over. */
  copies?: true;
  supplies?: readonly string[];
  /** Which send it back with every fault at once. */
  returns: readonly string[];
  /** The moves that lead on, which stand first on a page; the others are seldom made. */
  leads: readonly string[];
  records?: Readonly<Record<string, MoveRecord>>;
  /** Who has it in a state. */
  party: (state: string) => Party | null;
  clocks: Readonly<Record<string, ClockSpec>>;
  stations: readonly Station[];
  /** The offices that read it as staff. */
  desks: readonly Desk[];
  /** The room in which what comes of it stands: closed, it stops new ones as the applications' own does. */
  room?: string;
  /** The ends before which something was granted: its papers are kept as long as accounts are. */
  granted?: readonly string[];
  /** Its rank in a queue, 1 first, by what its applicant won: `place` on the ladder, 0 the highest; null: nothing. It orders and changes no criterion. */
  rank: (won: { place: number | null; qualified: boolean }) => number;
};

/** The policies under which a kind is applied for. */
export const policiesOf = ({ policy, others }: Pick<ApplicationKind, 'policy' | 'others'>): readonly string[] => [
  policy,
  ...(others?.policies ?? []),
];

/** The one by which an application with these answers is judged. */
export const policyFor = ({ policy, others }: Pick<ApplicationKind, 'policy' | 'others'>, answers: Answers): string =>
  others?.policyOf(answers) ?? policy;

/** By whose closing no new one is taken. */
export const roomsOf = ({ room }: Pick<ApplicationKind, 'room'>): readonly string[] =>
  ['benefits', ...(room === undefined ? [] : [room])].map((name) => `module:${name}`);

/** The name of a kind. */
export const codeOf = ({ lifecycle }: Pick<ApplicationKind, 'lifecycle'>): string => lifecycle.name;
