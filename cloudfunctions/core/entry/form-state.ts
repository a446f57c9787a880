import type { SectionName } from '@shared/entry/sections';
import { type Selectable, sql } from 'kysely';
import type { Call } from '../call';
import type { EntryTables } from '../platform/schema/entry';
import type { ScreeningTables } from '../platform/schema/screening';
import { type EditionRules, readEditionRules } from './edition-rules';
import type { EntryHead } from './subjects';

export type SectionRow = {
  data: Record<string, string | number | boolean | null>;
  version: number;
  savedAt: number;
  savedByZh: string;
};
export type MemberRow = Selectable<EntryTables['entry_member']>;
export type UploadRow = Selectable<EntryTables['upload']>;
export type ConsentRow = Selectable<EntryTables['entry_consent']>;
export type NoticeRow = Selectable<ScreeningTables['one_time_notice']>;

/** Everything that stands in an entry's form at one moment. */
export type FormState = {
  head: EntryHead;
  rules: EditionRules;
  sections: ReadonlyMap<SectionName, SectionRow>;
  /** Field (`leader.idNumber`) to its sealed value and masked text. */
  sealed: ReadonlyMap<string, { sealed: string; masked: string }>;
  /** The team without the leader, in the order in which they joined. */
  members: readonly MemberRow[];
  /** Every upload that was not cancelled, newest version first. */
  uploads: readonly UploadRow[];
  /** The leader's consents that stand. */
  consents: readonly ConsentRow[];
  /** The latest one-time notice, if staff ever returned the entry. */
  notice: NoticeRow | null;
  /** The parts that the latest submission held; read of a returned entry only. */
  submittedSections: readonly SectionName[];
};

/** Reads the whole form: one small query a table, none in a loop. */
export async function readForm(call: Call, head: EntryHead): Promise<FormState> {
  const { db } = call;
  const { entryId } = head;
  const rules = await readEditionRules(db, head.contestId);
  if (!rules) throw new Error(`The contest ${head.contestId} of an entry is gone.`);
  const sections = await db
    .selectFrom('entry_section as s')
    .innerJoin('person as p', 'p.id', 's.saved_by')
    .select(['s.section', 's.data', 's.version', 's.saved_at', 'p.display_name'])
    .where('s.entry_id', '=', entryId)
    .execute();
  const sealed = await db
    .selectFrom('entry_sealed')
    .select(['field', 'sealed', 'masked'])
    .where('entry_id', '=', entryId)
    .execute();
  return {
    head,
    rules,
    sections: new Map(
      sections.map((s) => [
        s.section,
        { data: s.data, version: s.version, savedAt: s.saved_at, savedByZh: s.display_name },
      ]),
    ),
    sealed: new Map(sealed.map(({ field, ...value }) => [field, value])),
    members: await readMemberRows(call, entryId),
    uploads: await readUploadRows(call, entryId),
    consents: await db
      .selectFrom('entry_consent')
      .selectAll()
      .where('entry_id', '=', entryId)
      .where('person_id', '=', head.leaderId)
      .where('withdrawn_at', 'is', null)
      .execute(),
    notice:
      (await db
        .selectFrom('one_time_notice')
        .selectAll()
        .where('entry_id', '=', entryId)
        .orderBy('n', 'desc')
        .limit(1)
        .executeTakeFirst()) ?? null,
    submittedSections: head.state === 'returned' ? await readSubmittedSections(call, entryId) : [],
  };
}

async function readSubmittedSections(call: Call, entryId: string): Promise<SectionName[]> {
  const { rows } = await sql<{ section: SectionName }>`select part ->> 'section' as section
    from (select data from entry_snapshot where entry_id = ${entryId} order by n desc limit 1) s,
      jsonb_array_elements(s.data -> 'parts') part`.execute(call.db);
  return rows.map(({ section }) => section);
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

export const readUploadRows = (call: Call, entryId: string): Promise<UploadRow[]> =>
  call.db
    .selectFrom('upload')
    .selectAll()
    .where('entry_id', '=', entryId)
    .where('state', '!=', 'cancelled')
    .orderBy('slot')
    .orderBy('version', 'desc')
    .execute();

/** What was typed in a section; nothing yet is an empty record. */
export const dataOf = (form: FormState, section: SectionName): SectionRow['data'] =>
  form.sections.get(section)?.data ?? {};

export const textOf = (form: FormState, section: SectionName, field: string): string => {
  const value = dataOf(form, section)[field];
  return typeof value === 'string' ? value.trim() : '';
};
