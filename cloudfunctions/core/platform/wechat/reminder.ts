/** A message for the phone of one person, its template's fields within WeChat's limits. */
export type Reminder = { openid: string; templateId: string; page: string; fields: Readonly<Record<string, string>> };

/**
 * What became of it (platform §5). `retry`: WeChat is busy, or was never asked; `tomorrow`: the day's limit is used up; `refused`: it will
 * never be sent as it stands; `notAgreed`: this person did not agree, or used it up; `nobody`: WeChat knows nobody by this id (any more); `unknown`: asked, and no answer came.
 */
export type Reminded =
  | { kind: 'sent' }
  | { kind: 'notAgreed' | 'nobody' | 'refused' | 'retry' | 'tomorrow'; code: number | null }
  | { kind: 'unknown' };

const kinds: ReadonlyMap<number, 'notAgreed' | 'nobody' | 'retry' | 'tomorrow'> = new Map([
  [43101, 'notAgreed'],
  [40003, 'nobody'],
  // Two at once to one person.
  [43108, 'retry'],
  [-1, 'retry'],
  [45011, 'retry'],
  // A token that was renewed once and is stale again: another process renews it meanwhile.
  [40001, 'retry'],
  [40014, 'retry'],
  [42001, 'retry'],
  [45009, 'tomorrow'],
]);

/** What WeChat's answer to a sending means. A code that is not listed says that the message is wrong: trying again would not help. */
export function remindedBy(errcode: number): Reminded {
  if (errcode === 0) return { kind: 'sent' };
  return { kind: kinds.get(errcode) ?? 'refused', code: errcode };
}
