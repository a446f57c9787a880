import { toShanghai } from '@shared/kernel/shanghai';
import { plainWords } from '@shared/kernel/typed/plain-words';
import { peopleContract } from '@shared/people/contract';
import { audit } from '../../platform/audit/audit';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { heldTextOf } from './ask-again';
import { endName, namesHeld } from './name-checks';
import { heldName, tellVerdict } from './tell-verdict';
import { endText, textsHeld } from './text-checks';
import { changeWord, contentWordsOf, wordChanges } from './words';

async function view({ db }: Call) {
  const [names, texts, words, changes] = await Promise.all([
    namesHeld(db),
    textsHeld(db),
    contentWordsOf(db),
    wordChanges(db),
  ]);
  return {
    names: names.map(({ since, why: _why, ...name }) => ({ ...name, since: toShanghai(since) })),
    texts: texts.map(({ since, ...text }) => ({ ...text, since: toShanghai(since) })),
    words,
    changes: changes.map(({ at, ...change }) => ({ ...change, at: toShanghai(at) })),
  };
}

/** Names and texts that wait for an eye, the city's list of words, and who changed it. */
export const contentChecks = procedure(peopleContract.contentChecks, noSubject, view);

/** Staff take a name or refuse it, in words that its owner reads. */
export const decideName = procedure(peopleContract.decideName, noSubject, async (call, input) => {
  const { personId, version, taken, why } = input;
  if (!taken && why === '')
    throw new Refused('PEOPLE_NAME_REASON', undefined, { why: '请写明为什么不能用，本人会看到' });
  const verdict = taken ? ({ kind: 'taken' } as const) : ({ kind: 'refused', why } as const);
  if (!(await endName(call.db, { personId, version }, verdict, call.now))) throw new Refused('PEOPLE_NAME_STALE');
  await tellVerdict(call, heldName(personId), verdict);
  await audit(call, `person:${personId}`, 'people/decideName', { taken });
  return view(call);
});

/** The same of a text of something submitted. */
export const decideText = procedure(peopleContract.decideText, noSubject, async (call, input) => {
  const { subjectId, field, version, taken, why } = input;
  if (!taken && why === '')
    throw new Refused('PEOPLE_NAME_REASON', undefined, { why: '请写明为什么不能用，本人会看到' });
  const verdict = taken ? ({ kind: 'taken' } as const) : ({ kind: 'refused', why } as const);
  const ended = await endText(call.db, { subjectId, field, version }, verdict, call.now);
  if (ended === null) throw new Refused('PEOPLE_NAME_STALE');
  await tellVerdict(call, heldTextOf(subjectId, ended), verdict);
  await audit(call, `${ended.kind}:${subjectId}`, 'people/decideText', { field, taken });
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
