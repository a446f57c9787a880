import type { TextTemplateIds } from '@shared/telling/texts';

/** A text message for one mobile number of the mainland (`13812345678`). The number is nobody's to log. */
export type Text = { phone: string; templateId: string; parameters: readonly string[] };

/**
 * What became of it. `retry`: the provider is busy, or was never asked; `tomorrow`: a day's limit is used up; `unreachable`: this number takes
 * none; `misconfigured`: nothing is sent before somebody mends the installation; `unknown`: asked, and no answer came.
 */
export type Texted =
  | { kind: 'sent'; serial: string | null }
  | { kind: 'retry' | 'tomorrow' | 'unreachable' | 'misconfigured'; code: string | null }
  | { kind: 'unknown'; code: string | null };

/** Whoever carries text messages. What became of one is the answer, also when the provider fails. */
export type Sms = { send(text: Text): Promise<Texted> };

/** A provider with the templates that it approved for this installation. */
export type SmsRoad = { sms: Sms | null; textTemplateIds: TextTemplateIds };
