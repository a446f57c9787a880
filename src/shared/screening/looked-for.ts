import { tokens } from '../entry/found-by';
import { checkPhone } from '../kernel/phone';
import { checkResidentId } from '../kernel/resident-id';
import { coveringPairs, plainWords } from '../kernel/typed/plain-words';
import { typedCode, typedLine, typedReference } from '../kernel/typed/typed';
import { checkUscc } from '../kernel/uscc';

/**
 * What somebody who searches means: an entry by its number, by something that must be equal as a whole (any of these tokens), by the fingerprint
 * of an identity number, or by words, all of which stand in it. null: too little to look for.
 */
export type LookedFor =
  | { by: 'reference'; reference: string }
  | { by: 'token'; anyOf: readonly string[] }
  | { by: 'identity'; number: string }
  | { by: 'words'; parts: readonly string[]; pairs: readonly string[] };

/** A birth date in the future is nobody's fault here: the number is only compared. */
const endOfTime = '2100-12-31';

/**
 * Reads what was typed into the search. Four digits are what people read out on the telephone: the end of a phone number or of a reference. A word
 * of one character finds nothing by itself, and narrows what another finds.
 */
export function lookedFor(typed: string): LookedFor | null {
  const reference = typedReference(typed);
  if (/^XH\d{4}-[0-9A-Z]+-\d+$/.test(reference)) return { by: 'reference', reference };
  const code = typedCode(typed).value;
  const uscc = checkUscc(code);
  if (uscc.ok) return { by: 'token', anyOf: [tokens.code(uscc.value)] };
  const identity = checkResidentId(code, endOfTime);
  if (identity.ok) return { by: 'identity', number: identity.idNumber };
  const phone = checkPhone(typed);
  if (phone.ok) return { by: 'token', anyOf: [tokens.phone(phone.value)] };
  if (/^\d{4}$/.test(code)) return { by: 'token', anyOf: [tokens.tail(code), tokens.number(code)] };
  if (/^[0-9A-Z]{5,6}-\d{4,}$/.test(reference)) return { by: 'token', anyOf: [tokens.number(reference)] };
  const parts = typedLine(typed).value.normalize('NFKC').split(/\s+/).map(plainWords).filter(Boolean);
  const pairs = [...new Set(parts.flatMap(coveringPairs))];
  return pairs.length === 0 ? null : { by: 'words', parts, pairs };
}
