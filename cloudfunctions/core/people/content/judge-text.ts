import { type ContentWord, unfitZh, wordsSay } from '@shared/people/content-words';
import type { ContentCheck } from '../../platform/content-check/content-check';

/** What is thought of a text: it is taken, refused in these words, looked at by staff first, or asked about again. */
export type TextVerdict =
  | { kind: 'taken' }
  | { kind: 'refused'; why: string }
  | { kind: 'look' }
  | { kind: 'later'; code: number | null };

/** `scene` as WeChat counts them: 1 a profile, 3 what is published to many. */
export type JudgedText = { scene: 1 | 3; text: string; nickname?: string };

/** WeChat takes at most so many characters of a text at a time. */
const longest = 2500;

const graver = ['taken', 'look', 'later', 'refused'] as const;

/**
 * Judges a text that others will read: by the city's own list, then by WeChat where it runs and knows its writer. Asks outside the database, so never
 * inside a transaction. A long one is asked about piece by piece, and the gravest of the answers holds.
 * @param openid of its writer; null: WeChat does not know them
 */
export async function judgeText(
  contentCheck: ContentCheck | null,
  words: readonly ContentWord[],
  openid: string | null,
  { scene, text, nickname }: JudgedText,
): Promise<TextVerdict> {
  const said = wordsSay(text, words);
  if (said === 'refuse') return { kind: 'refused', why: unfitZh(null) };
  const own: TextVerdict = said === 'look' ? { kind: 'look' } : { kind: 'taken' };
  if (contentCheck === null || openid === null) return own;
  const pieces = Array.from({ length: Math.ceil(text.length / longest) }, (_, i) =>
    text.slice(i * longest, (i + 1) * longest),
  );
  const heard = await Promise.all(
    pieces.map(async (content): Promise<TextVerdict> => {
      const verdict = await contentCheck.text({ openid, scene, content, ...(nickname && { nickname }) });
      if (verdict.kind === 'risky') return { kind: 'refused', why: unfitZh(verdict.label) };
      if (verdict.kind === 'later') return { kind: 'later', code: verdict.code };
      return { kind: verdict.kind === 'pass' ? 'taken' : 'look' };
    }),
  );
  return [own, ...heard].reduce((worst, each) =>
    graver.indexOf(each.kind) > graver.indexOf(worst.kind) ? each : worst,
  );
}
