import type { Db } from '../../platform/db';
import { type Call, makeCall } from '../../rpc/call';
import type { Home } from '../../rpc/home';
import { judgeName, openidOf } from './judge-name';
import { judgeText } from './judge-text';
import { endName, namesDue } from './name-checks';
import { heldName, tellVerdict } from './tell-verdict';
import { endText, textsDue } from './text-checks';
import { contentWordsOf } from './words';

/**
 * Asks again about names and texts that could not be judged when they were written; whose they are is told what came of it. Two workers at once end
 * each once.
 */
export async function askAgain(home: Home): Promise<number> {
  const ended = [...(await askOfNames(home)), ...(await askOfTexts(home))];
  return ended.filter(Boolean).length;
}

/** Each in a transaction of its own, with the word to its writer. */
const within = (home: Home, run: (call: Call, tx: Db) => Promise<boolean>): Promise<boolean> =>
  home.db.transaction().execute((tx) => run(makeCall(home, tx, null, home.now()), tx));

async function askOfNames(home: Home): Promise<boolean[]> {
  const due = await namesDue(home.db, home.now());
  return Promise.all(
    due.map(async (check) => {
      const verdict = await judgeName(home, check.personId, check.name);
      return within(home, async (call, tx) => {
        const ended = await endName(tx, check, verdict, call.now);
        if (ended) await tellVerdict(call, heldName(check.personId), verdict);
        return ended;
      });
    }),
  );
}

async function askOfTexts(home: Home): Promise<boolean[]> {
  const due = await textsDue(home.db, home.now());
  if (due.length === 0) return [];
  const words = await contentWordsOf(home.db);
  return Promise.all(
    due.map(async (check) => {
      const openid = await openidOf(home.db, check.personId);
      const verdict = await judgeText(home.contentCheck, words, openid, { scene: 3, text: check.text });
      return within(home, async (call, tx) => {
        const ended = await endText(tx, check, verdict, call.now);
        // Of what passes nothing had been said.
        if (ended && verdict.kind === 'refused') await tellVerdict(call, heldTextOf(check.subjectId, ended), verdict);
        return ended !== null;
      });
    }),
  );
}

/** A text of a subject as its writer is told of it. */
export const heldTextOf = (
  subjectId: string,
  { personId, kind, fieldZh }: { personId: string; kind: string; fieldZh: string },
) => ({
  personId,
  fieldZh,
  entryId: kind === 'entry' ? subjectId : null,
  applicationId: kind === 'entry' ? null : subjectId,
});
