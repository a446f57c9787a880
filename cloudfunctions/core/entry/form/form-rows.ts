import { fieldsOf } from '@shared/entry/fields';
import type { SectionName } from '@shared/entry/sections';
import { offeredAnswers } from '@shared/forms/kept-section';
import type { Part } from '@shared/forms/lines';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { type UploadRow, uploadsOf } from '../../files/upload-rows';
import { asForm, type FormColumns, type FormRows, formColumns } from '../../forms/form-rows';
import { type KnownText, textsKnown } from '../../people/queries';
import type { EntryTables } from '../../platform/schema/entry';
import { jsonRows } from '../../platform/schema/json-rows';
import type { Call } from '../../rpc/call';
import type { EntryHead } from '../subjects';

export type MemberRow = Selectable<EntryTables['entry_member']>;
export type NoticeRow = Selectable<EntryTables['one_time_notice']>;

/** What the latest submission said, and when its sealed values had been set. */
export type SubmittedRow = { parts: readonly Part[]; sealed: Array<{ field: string; set_at: number }> | null };

/** What an entry's form has beside the answers. */
type OwnRows = {
  /** The team without the leader, in the order in which they joined. */
  members: MemberRow[];
  /** Every upload that was not cancelled, in the order of their files, newest version first. */
  uploads: UploadRow[];
  /** The latest one-time notice, if staff ever returned the entry. */
  notice: NoticeRow | null;
  /** The latest submission, beside which a correction is laid; read of a returned entry only. */
  submitted: SubmittedRow | null;
  /** What was thought of its texts that others read. */
  texts: KnownText[];
};

export type EntryRows = FormRows<SectionName> & OwnRows;
type Columns = FormColumns<SectionName> & { [K in keyof OwnRows]: OwnRows[K] | null };

/** Every row of an entry's form in one query. */
export const formRows = (call: Call, entryId: string): RawBuilder<Columns> => sql`select
      ${formColumns(call, sql`e.id`, sql`e.leader_id`)},
      (select json_agg(m order by m.joined_at, m.id) from entry_member m
        where m.entry_id = e.id and m.removed_at is null) as members,
      ${uploadsOf(sql`e.id`)} as uploads, ${textsKnown(sql`e.id`)} as texts,
      (select to_json(o) from one_time_notice o where o.entry_id = e.id order by o.n desc limit 1) as notice,
      case when e.state = 'returned' then (
        select json_build_object('parts', s.data -> 'parts', 'sealed', (
            select json_agg(json_build_object('field', v.field, 'set_at', v.set_at))
            from snapshot_sealed v where v.subject_id = s.subject_id and v.n = s.n))
        from snapshot s where s.subject_id = e.id order by s.n desc limit 1) end as submitted
    from entry e where e.id = ${entryId}`;

/** The one row of that query, with instants as everywhere else. */
export function asFormRows({ entryId }: EntryHead, [found]: readonly Columns[]): EntryRows {
  if (!found) throw new Error('A query of one row gave none.');
  const form = asForm<SectionName>(entryId, found);
  return {
    ...form,
    // What a form of before asked and this one asks no more is not read.
    sections: new Map(
      [...form.sections].map(([section, row]) => [
        section,
        { ...row, data: offeredAnswers(fieldsOf[section], row.data) },
      ]),
    ),
    members: jsonRows(found.members),
    uploads: jsonRows(found.uploads),
    texts: found.texts ?? [],
    notice: jsonRows(found.notice && [found.notice])[0] ?? null,
    submitted: found.submitted && { ...found.submitted, sealed: jsonRows(found.submitted.sealed) },
  };
}
