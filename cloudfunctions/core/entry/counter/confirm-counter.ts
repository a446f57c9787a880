import { entryContract } from '@shared/entry/contract';
import { counterRefusals } from '@shared/entry/counter/counter';
import { toShanghai } from '@shared/kernel/shanghai';
import { toDigits } from '@shared/people/web-sign-in';
import { sql } from 'kysely';
import { move } from '../../cases/move';
import { takeOverConsents } from '../../forms/consents';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { type Load, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { chosenGroup, chosenTrack, readForm, textOf } from '../form/form-state';
import { insistFewDrafts } from '../lifetime/begin-draft';
import { entryNoun } from '../moves';
import { type EntryHead, entryHead } from '../subjects';
import { titleOf } from '../views/title-of';
import { counterMark } from './counter-rows';

type Typed = { head: EntryHead | null; begunAt: number };

/** The draft whose live code was typed. The code is looked for again under the draft's lock, so that of two who type it at once one has it. */
const typedOf: Load<{ code: string }, Typed> = async (call, { code }, lock) => {
  const mark = counterMark(toDigits(code), call.home.equalityKey);
  const find = async () => {
    const { rows } = await sql<{ entryId: string; begunAt: number }>`
      select entry_id as "entryId", begun_at as "begunAt" from counter_entry
      where code_mark = ${mark} and code_ends_at > ${at(call.now)} and confirmed_at is null`.execute(call.db);
    return rows[0];
  };
  const found = await find();
  if (!found) return { head: null, begunAt: 0 };
  const head = await entryHead(call, found.entryId, lock);
  return { head: (await find()) ? head : null, begunAt: found.begunAt };
};

const refuse = (code: keyof typeof counterRefusals) => new Refused(code, undefined, { code: counterRefusals[code] });

function insistOthers(call: Call, { head }: Typed): EntryHead {
  if (head === null) throw refuse('ENTRY_COUNTER_CODE_WRONG');
  if (head.helperId === me(call)) throw refuse('ENTRY_COUNTER_OWN');
  return head;
}

/** What a code hands over: enough to see that it is one's own. */
export const seeCounterCode = procedure(entryContract.seeCounterCode, typedOf, async (call, _input, typed) => {
  const head = insistOthers(call, typed);
  const form = await readForm(call, head);
  return {
    entryId: head.entryId,
    title: titleOf(head.title),
    nameZh: textOf(form, 'leader', 'name'),
    regionZh: head.regionZh,
    trackZh: chosenTrack(form)?.zh ?? '',
    groupZh: chosenGroup(form)?.zh ?? '',
    begunAt: toShanghai(typed.begunAt),
    closesAt: head.signUp && toShanghai(head.signUp.closesAt),
  };
});

/** The person takes over what was filled in for them, with the consents that they signed on paper; its helper has no more to do with it. */
export const confirmCounter = procedure(entryContract.confirmCounter, typedOf, async (call, _input, typed) => {
  const head = insistOthers(call, typed);
  await insistFewDrafts(call, head.editionId, me(call));
  await move(call, entryNoun, head, { command: 'confirmCounter', version: head.version }, async () => {
    await takeOverConsents(call, head.entryId);
    await call.db
      .updateTable('counter_entry')
      .set({ confirmed_at: at(call.now), code_mark: null, code_ends_at: null })
      .where('entry_id', '=', head.entryId)
      .execute();
    await audit(call, `entry:${head.entryId}`, 'entry/takeOver', { helperId: head.helperId });
    return { set: { leader_id: me(call) } };
  });
  return { entryId: head.entryId };
});
