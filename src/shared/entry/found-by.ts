import { maskPhone } from '../kernel/phone';
import { bigrams, plainWords } from '../kernel/typed/plain-words';

/** What an entry is found by: its latest submission, or of one that was taken back its number and its contact. Phones are masked. */
export type Findable = {
  regionId: string;
  reference: string | null;
  title: string;
  leaderZh: string;
  /** As staff read it, `199****8000`; '' when there is none. */
  leaderPhone: string;
  members: ReadonlyArray<{ nameZh: string; phone: string }>;
  entityZh: string;
  uscc: string;
};

/**
 * How exact things stand among an entry's tokens; no pair of characters looks like one. A phone number stands as it is masked, for no more of it
 * may be kept unsealed.
 */
export const tokens = {
  region: (regionId: string) => `r:${regionId}`,
  /** The last four digits of a phone number. */
  tail: (digits: string) => `t:${digits}`,
  phone: (plain: string) => `p:${maskPhone(plain)}`,
  code: (uscc: string) => `u:${uscc}`,
  /** The last part of a reference, alone or with its region: `0007`, `141033-0007`. */
  number: (end: string) => `n:${end}`,
};

/**
 * What the search keeps of an entry: its words, a line each, in which parts of words are looked for; and the tokens by which an index finds it,
 * which are the pairs of characters of those words and what must be equal as a whole.
 */
export function foundBy(entry: Findable): { words: string; tokens: string[] } {
  const { title, leaderZh, entityZh, members } = entry;
  const lines = [title, leaderZh, entityZh, ...members.map(({ nameZh }) => nameZh)].map(plainWords).filter(Boolean);
  const phones = [entry.leaderPhone, ...members.map(({ phone }) => phone)];
  const exact = [
    tokens.region(entry.regionId),
    ...phones.flatMap(phoneTokens),
    ...(entry.uscc === '' ? [] : [tokens.code(entry.uscc)]),
    ...numbersOf(entry.reference).map(tokens.number),
  ];
  return { words: lines.join('\n'), tokens: [...new Set([...exact, ...lines.flatMap(bigrams)])] };
}

function phoneTokens(masked: string): string[] {
  const tail = /\d{3,4}$/.exec(masked)?.[0];
  return tail === undefined ? [] : [`p:${masked}`, tokens.tail(tail)];
}

function numbersOf(reference: string | null): string[] {
  const [, region, number] = /^XH\d{4}-([0-9A-Z]+)-(\d+)$/.exec(reference ?? '') ?? [];
  return number === undefined ? [] : [number, `${region}-${number}`];
}
