import { consentFirst, personalConsentOf } from '@shared/entry/personal-consent';
import { isGiven } from '../../forms/consents';
import { Refused } from '../../rpc/refused';
import type { FormState } from './form-state';

/**
 * Nothing sealed of a person is kept before that person agreed to it (PIPL art. 14, 29): the leader's is asked here, by whomever the form is filled in.
 * @param fields the form's paths beside which it is said
 * Throws Refused ENTRY_CONSENT_FIRST.
 */
export function insistConsent({ rules, consents }: FormState, fields: readonly string[]): void {
  const text = personalConsentOf(rules.blueprint.consents);
  if (text === undefined || fields.length === 0 || isGiven(consents, text)) return;
  throw unconsented(text, fields);
}

export const unconsented = (text: { kind: string; zh: string }, fields: readonly string[]): Refused =>
  new Refused('ENTRY_CONSENT_FIRST', undefined, Object.fromEntries(fields.map((field) => [field, consentFirst(text)])));
