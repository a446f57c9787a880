/** The consent without which no sealed value of a person is taken: ID number, phone (PIPL art. 14, 29). */
export const personalConsent = 'sensitive';

type Consent = { kind: string; zh: string };

/** The edition's text of it; undefined where the edition asks none. */
export const personalConsentOf = <C extends Consent>(consents: readonly C[]): C | undefined =>
  consents.find(({ kind }) => kind === personalConsent);
