/** The same for a phone outside the app: for which purpose its reader agreed to it, and the fields of a template, within their limits. */
export type PhoneWords = {
  purpose: string;
  fields: Record<string, string>;
  /** As a text message too: which, about which case, and until when it is of use (epoch milliseconds; null: always). */
  text?: { kind: string; subjectId: string; until: number | null };
};

/** A version of a policy. */
export type PolicyNamed = { code: string; version: number };

/** What a notice says of the facts of its event: the same words for everybody whom it is told to. */
export type Words<Facts> = {
  /** Stable name; an event and a notice make one message. */
  notice: string;
  /** Told only when this holds of the facts; always, when left out. */
  onlyWhen?: (facts: Facts) => boolean;
  /** The outcome. */
  title: string | ((facts: Facts) => string);
  /** What happened, until when, where to go: at most 60 characters beside the project's title; no number, no reason. */
  body(facts: Facts): string;
  link(facts: Facts): string;
  /** In its few fields, for those who agreed to be told so; `at` is the event's instant in epoch milliseconds. Left out: the app's own inbox only. */
  phone?(facts: Facts, at: number): PhoneWords | null;
  /** The version of a policy that it tells of, under which it is counted whom it reached. */
  policy?(facts: Facts): PolicyNamed | null;
  sample: Facts;
};

/** The audiences that an event can be told to: those whose own facts it carries. */
type AudienceOf<Facts, Audiences> = {
  [Name in keyof Audiences & string]: Facts extends Audiences[Name] ? Name : never;
}[keyof Audiences & string];

/**
 * A notice of an area.
 * @typeParam Events what happens there: event → its facts
 * @typeParam Audiences whom it may be told to: audience → the facts by which the server finds its persons
 */
export type NoticeOf<Events, Audiences> = {
  [Event in keyof Events & string]: Words<Events[Event]> & {
    event: Event;
    audience: AudienceOf<Events[Event], Audiences>;
  };
}[keyof Events & string];

/** Any area's notice, for whoever tells, lists or documents them all. */
export type AnyNotice = Omit<Words<never>, 'sample'> & {
  readonly event: string;
  readonly audience: string;
  readonly sample: object;
};

/** What a message says, and where it leads. */
export type Told = {
  title: string;
  body: string;
  link: string;
  phone: PhoneWords | null;
  policy: PolicyNamed | null;
};

/**
 * A notice in words.
 * @param facts its own event's, which is what `emit` and the types of notices see to
 * @param at the event's instant, in epoch milliseconds
 * @returns null when there is nothing to tell of these facts
 */
export function noticeWords(notice: AnyNotice, facts: object, at: number): Told | null {
  const { onlyWhen, title, body, link, phone, policy } = notice as Words<object>;
  if (onlyWhen?.(facts) === false) return null;
  return {
    title: typeof title === 'string' ? title : title(facts),
    body: body(facts),
    link: link(facts),
    phone: phone?.(facts, at) ?? null,
    policy: policy?.(facts) ?? null,
  };
}
