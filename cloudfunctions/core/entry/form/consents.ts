import { personalConsentOf } from '@shared/entry/personal-consent';
import { isGiven } from '../../forms/consents';
import { unconsented } from '../../forms/save-section';
import type { FormState } from './form-state';

/** The text that the leader has to agree to before anything sealed is kept, while they have not; null: nothing is missing. */
export function missingConsent({ rules, consents }: FormState) {
  const text = personalConsentOf(rules.blueprint.consents);
  return text === undefined || isGiven(consents, text) ? null : text;
}

/** Throws Refused FORM_CONSENT_FIRST, said beside the field, where the leader has not agreed. */
export function insistConsent(form: FormState, field: string): void {
  const text = missingConsent(form);
  if (text) throw unconsented(text, [field]);
}
