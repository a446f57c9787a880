import type { Group } from '@shared/competition/blueprint';
import type { SectionName } from '@shared/entry/sections';
import { sql } from 'kysely';
import { answersOf } from '../../forms/form-rows';
import { together } from '../../platform/pipeline';
import type { Call } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';
import { asHead, type EntryHead, entryHeadQuery, lockEntry, unlessForsaken } from '../subjects';
import { asEditionRules, boundTo, type EditionRules, groupOf, rulesOfEntry, withSignedForm } from './edition-rules';
import { asFormRows, type EntryRows, formRows, type MemberRow } from './form-rows';

export type { MemberRow };

/** Everything that stands in an entry's form at one moment, and what its contest asks. */
export type FormState = EntryRows & { head: EntryHead; rules: EditionRules };

/** Reads the whole form: the contest's rules, and all its rows. */
export async function readForm(call: Call, head: EntryHead): Promise<FormState> {
  const { entryId } = head;
  return asForm(head, ...(await together(call.db, rulesOfEntry(entryId), formRows(call, entryId))));
}

/** An entry with its form, for changes that always ask it: what finds and locks the entry brings its form on the same way. */
export type FormHead = EntryHead & { form: FormState };

export const formOf: Load<{ entryId: string }, FormHead> = async (call, { entryId }, lock) => {
  const [, heads, ...form] = await together(
    call.db,
    lock ? lockEntry(entryId) : sql`select`,
    entryHeadQuery(entryId),
    rulesOfEntry(entryId),
    formRows(call, entryId),
  );
  const head = unlessForsaken(asHead(heads[0]), call.now);
  return head && { ...head, form: asForm(head, ...form) };
};

function asForm(
  head: EntryHead,
  contest: Parameters<typeof asEditionRules>[0],
  found: Parameters<typeof asFormRows>[1],
): FormState {
  const rules = asEditionRules(contest);
  if (!rules) throw new Error(`The contest ${head.contestId} of an entry is gone.`);
  return { head, rules: withSignedForm(boundTo(rules, head.lateTrack), head), ...asFormRows(head, found) };
}

export const readMemberRows = (call: Call, entryId: string): Promise<MemberRow[]> =>
  call.db
    .selectFrom('entry_member')
    .selectAll()
    .where('entry_id', '=', entryId)
    .where('removed_at', 'is', null)
    .orderBy('joined_at')
    .orderBy('id')
    .execute();

export const textOf = (form: FormState, section: SectionName, field: string): string => {
  const value = answersOf(form, section)[field];
  return typeof value === 'string' ? value.trim() : '';
};

/** The group and the track that the form names, while it names ones that there are; else those that the entry stands under. */
export const chosenGroup = (form: FormState): Group | null =>
  groupOf(form.rules, textOf(form, 'project', 'groupCode')) ?? groupOf(form.rules, form.head.groupCode);

export const chosenTrack = (form: FormState): { code: string; zh: string } | null => {
  const track = (code: string) => form.rules.tracks.find((each) => each.code === code);
  return track(textOf(form, 'project', 'trackCode')) ?? track(form.head.trackCode) ?? null;
};
