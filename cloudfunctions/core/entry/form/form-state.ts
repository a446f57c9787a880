import type { Group } from '@shared/competition/blueprint';
import type { SectionName } from '@shared/entry/sections';
import type { UploadRow } from '../../files/upload-rows';
import type { ConsentRow } from '../../forms/consents';
import { together } from '../../platform/pipeline';
import type { Call } from '../../rpc/call';
import type { EntryHead } from '../subjects';
import { asEditionRules, type EditionRules, editionRules, groupOf } from './edition-rules';
import { asFormRows, formRows, type MemberRow, type NoticeRow, type SectionRow, type SubmittedRow } from './form-rows';

export type { MemberRow, NoticeRow, SectionRow };

/** Everything that stands in an entry's form at one moment. */
export type FormState = {
  head: EntryHead;
  rules: EditionRules;
  sections: ReadonlyMap<SectionName, SectionRow>;
  /** Field (`leader.idNumber`) to its sealed value and masked text. */
  sealed: ReadonlyMap<string, { sealed: string; masked: string; setAt: number }>;
  /** The team without the leader, in the order in which they joined. */
  members: readonly MemberRow[];
  /** Every upload that was not cancelled, in the order of their files, newest version first. */
  uploads: readonly UploadRow[];
  /** The leader's consents that stand. */
  consents: readonly ConsentRow[];
  /** The latest one-time notice, if staff ever returned the entry. */
  notice: NoticeRow | null;
  /** The latest submission, beside which a correction is laid; read of a returned entry only. */
  submitted: SubmittedRow | null;
  /** How the person is called who asks; null: nobody does. */
  readerZh: string | null;
};

/** Reads the whole form: the contest's rules, and all its rows. */
export async function readForm(call: Call, head: EntryHead): Promise<FormState> {
  const [contest, found] = await together(call.db, editionRules(head.contestId), formRows(call, head));
  const rules = asEditionRules(contest);
  if (!rules) throw new Error(`The contest ${head.contestId} of an entry is gone.`);
  const { sections, sealed, submitted, ...rows } = asFormRows(found);
  return {
    head,
    rules,
    sections: new Map(
      sections.map((s) => [
        s.section,
        { data: s.data, version: s.version, savedAt: s.saved_at, savedByZh: s.display_name },
      ]),
    ),
    sealed: new Map(sealed.map(({ field, set_at, ...value }) => [field, { ...value, setAt: set_at }])),
    ...rows,
    submitted,
  };
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

/** What was typed in a section; nothing yet is an empty record. */
export const dataOf = (form: FormState, section: SectionName): SectionRow['data'] =>
  form.sections.get(section)?.data ?? {};

export const textOf = (form: FormState, section: SectionName, field: string): string => {
  const value = dataOf(form, section)[field];
  return typeof value === 'string' ? value.trim() : '';
};

/** The group and the track that the form names, while it names ones that there are; else those that the entry stands under. */
export const chosenGroup = (form: FormState): Group | null =>
  groupOf(form.rules, textOf(form, 'project', 'groupCode')) ?? groupOf(form.rules, form.head.groupCode);

export const chosenTrack = (form: FormState): { code: string; zh: string } | null => {
  const track = (code: string) => form.rules.tracks.find((each) => each.code === code);
  return track(textOf(form, 'project', 'trackCode')) ?? track(form.head.trackCode) ?? null;
};
