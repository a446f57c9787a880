import type { Group } from '@shared/competition/blueprint';
import type { SectionName } from '@shared/entry/sections';
import { answersOf } from '../../forms/form-rows';
import { together } from '../../platform/pipeline';
import type { Call } from '../../rpc/call';
import type { EntryHead } from '../subjects';
import { asEditionRules, boundTo, type EditionRules, editionRules, groupOf } from './edition-rules';
import { asFormRows, type EntryRows, formRows, type MemberRow } from './form-rows';

export type { MemberRow };

/** Everything that stands in an entry's form at one moment, and what its contest asks. */
export type FormState = EntryRows & { head: EntryHead; rules: EditionRules };

/** Reads the whole form: the contest's rules, and all its rows. */
export async function readForm(call: Call, head: EntryHead): Promise<FormState> {
  const [contest, found] = await together(
    call.db,
    editionRules(head.contestId, head.rulesVersion),
    formRows(call, head),
  );
  const rules = asEditionRules(contest);
  if (!rules) throw new Error(`The contest ${head.contestId} of an entry is gone.`);
  return { head, rules: boundTo(rules, head.lateTrack), ...asFormRows(head, found) };
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
