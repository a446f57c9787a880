import { toShanghai } from '@shared/kernel/shanghai';
import { plainWords } from '@shared/kernel/typed/plain-words';
import { peopleContract } from '@shared/people/contract';
import { audit } from '../../platform/audit/audit';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { endName, namesHeld } from './name-checks';
import { changeWord, contentWordsOf, wordChanges } from './words';

async function view({ db }: Call) {
  const [names, words, changes] = await Promise.all([namesHeld(db), contentWordsOf(db), wordChanges(db)]);
  return {
    names: names.map(({ since, why: _why, ...name }) => ({ ...name, since: toShanghai(since) })),
    words,
    changes: changes.map(({ at, ...change }) => ({ ...change, at: toShanghai(at) })),
  };
}

/** Names that wait for an eye, the city's list of words, and who changed it. */
export const contentChecks = procedure(peopleContract.contentChecks, noSubject, view);

/** Staff take a name or refuse it, in words that its owner reads. */
export const decideName = procedure(peopleContract.decideName, noSubject, async (call, input) => {
  const { personId, version, taken, why } = input;
  if (!taken && why === '')
    throw new Refused('PEOPLE_NAME_REASON', undefined, { why: '请写明为什么不能用，本人会看到' });
  const verdict = taken ? ({ kind: 'taken' } as const) : ({ kind: 'refused', why } as const);
  if (!(await endName(call.db, { personId, version }, verdict, call.now))) throw new Refused('PEOPLE_NAME_STALE');
  await audit(call, `person:${personId}`, 'people/decideName', { taken });
  return view(call);
});

/** A word comes on the list, is made stronger or weaker, or goes. */
export const changeContentWord = procedure(peopleContract.changeContentWord, noSubject, async (call, change) => {
  const word = plainWords(change.word);
  if (word === '') throw new Refused('PEOPLE_WORD_EMPTY', undefined, { word: '请填写文字或者数字' });
  await changeWord(call.db, { ...change, word, by: me(call), now: call.now });
  await audit(call, 'content:words', 'people/changeContentWord', { strength: change.strength });
  return view(call);
});
