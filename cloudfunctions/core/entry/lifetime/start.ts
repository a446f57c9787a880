import { entryContract } from '@shared/entry/contract';
import { me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { readEditionRules } from '../form/edition-rules';
import { beginDraft, insistPlace } from './begin-draft';
import { insistSignUpOpen } from './sign-up';

/** Begins a draft in a contest that is open for sign-up, with a track that it runs and a group of its edition. */
export const start = procedure(entryContract.start, noSubject, async (call, input) => {
  const rules = await readEditionRules(call.db, input.contestId);
  if (!rules) throw new Refused('NOT_FOUND');
  insistSignUpOpen(rules, call.now);
  insistPlace(rules, input);
  return { entryId: await beginDraft(call, rules, input, me(call)) };
});
