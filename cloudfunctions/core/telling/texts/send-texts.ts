import { isTextHour } from '@shared/telling/text-times';
import { type TextKind, textParameters } from '@shared/telling/texts';
import { open } from '../../platform/crypto/seal';
import { faultOf } from '../../platform/log/fault';
import type { Sms } from '../../platform/sms/sms';
import type { Home } from '../../rpc/home';
import { type ClaimedText, claimTexts, endLostTexts } from './claim-texts';
import { concludeText, type TextEnd } from './conclude-text';
import type { PhoneBook, PhoneEntry } from './phone-book';

/** The mainland's mobile numbers; a landline takes no text. */
const mobile = /^1[3-9]\d{9}$/;

/**
 * Sends the text messages that wait, never at night. Any number of workers may: each claims its own, of one person one at a time. A number is
 * opened here, outside every transaction, just before it is used, and stands in no log and no row. What came of it is written as it comes, so
 * that a worker that is killed leaves in the dark only what it was just sending, and that is never sent again by itself.
 * @returns how many were sent
 */
export async function sendTexts(home: Home, books: readonly PhoneBook[], stopping?: AbortSignal): Promise<number> {
  const { sms } = home;
  if (sms === null) return 0;
  await endLostTexts(home.db, home.now());
  let sent = 0;
  while (!stopping?.aborted && isTextHour(home.now())) {
    const claimed = await claimTexts(home.db, home.now());
    if (claimed.length === 0) break;
    const entries = await entriesOf(home, books, claimed);
    const ends = await Promise.all(
      claimed.map(async (text): Promise<TextEnd> => {
        const end = await send(home, sms, text, entries.get(keyOf(text)));
        await concludeText(home, text, end);
        return end;
      }),
    );
    sent += ends.filter(({ kind }) => kind === 'sent').length;
  }
  return sent;
}

const keyOf = ({ personId, subjectId }: { personId: string; subjectId: string }): string => `${personId} ${subjectId}`;

async function entriesOf(
  { db }: Home,
  books: readonly PhoneBook[],
  claimed: readonly ClaimedText[],
): Promise<Map<string, PhoneEntry>> {
  const asked = claimed.map(({ personId, subjectId, kind }) => ({ personId, subjectId, kind }));
  const found = await Promise.all(books.map((find) => find(db, asked)));
  return new Map(found.flat().map((entry) => [keyOf(entry), entry]));
}

async function send(
  home: Home,
  sms: Sms,
  { kind, until }: ClaimedText,
  entry: PhoneEntry | undefined,
): Promise<TextEnd> {
  const templateId = home.textTemplateIds[kind as TextKind];
  if (templateId === undefined) return { kind: 'misconfigured', code: null };
  if (entry?.concerned === false) return { kind: 'over' };
  try {
    const phone = entry?.sealed ? open(entry.sealed, home.keys, entry.place) : '';
    if (!mobile.test(phone)) return { kind: 'no_phone' };
    return await sms.send({ phone, templateId, parameters: textParameters(kind as TextKind, until) });
  } catch (error) {
    home.log.error({ error: faultOf(error) }, 'a text message could not be sent');
    return { kind: 'unknown', code: null };
  }
}
