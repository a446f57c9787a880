import type { SectionName } from '@shared/entry/sections';
import { shorten } from '@shared/kernel/typed/graphemes';
import { count, placeOf } from '../../cases/counts';
import type { Db } from '../../platform/db';
import { later } from '../../platform/pipeline';
import { at, json } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { entryCounted } from '../moves';
import type { EntryHead } from '../subjects';
import { type EditionRules, groupOf, trackRuns } from './edition-rules';
import { dataOf, type FormState, type SectionRow } from './form-state';

/** A title that is still too long stands in lists by its beginning; it is submitted only once it fits. */
const longestTitle = 40;

type Columns = {
  title?: string;
  track_code?: string;
  group_code?: string;
  expected_direct?: number | null;
  expected_indirect?: number | null;
};

/**
 * Writes a section's row, and with it copies what lists and counts need from a draft to the entry's own columns, when it is valid: title, track, group,
 * expected jobs. What is not valid stays in the form as a problem and the columns keep their last valid value. Once an entry was
 * returned they stay as they were submitted, for staff read no correction before it is sent. Answers the entry as it then stands.
 */
export async function putSection(
  call: Call,
  { head, rules }: FormState,
  section: SectionName,
  { data, version }: { data: SectionRow['data']; version: number },
): Promise<EntryHead> {
  const columns = head.state === 'draft' ? columnsOf(rules, section, data) : {};
  const row = { data: json(data), version, saved_at: at(call.now), saved_by: me(call) };
  await later(
    call.db,
    changing(
      call.db.with('put', (db) =>
        db
          .insertInto('section')
          .values({ subject_id: head.entryId, section, ...row })
          .onConflict((c) => c.columns(['subject_id', 'section']).doUpdateSet(row)),
      ),
      call,
      head,
      columns,
    ),
  );
  return mirrored(call, head, columns);
}

/** The columns of a corrected entry as its form now says, for when it is submitted again. */
export const correctedColumns = (form: FormState): Columns => ({
  ...columnsOf(form.rules, 'project', dataOf(form, 'project')),
  ...columnsOf(form.rules, 'jobs', dataOf(form, 'jobs')),
});

const changing = (on: Pick<Db, 'updateTable'>, call: Call, head: EntryHead, columns: Columns) =>
  on
    .updateTable('entry')
    .set({ ...columns, changed_at: at(call.now) })
    .where('id', '=', head.entryId);

async function mirrored(call: Call, head: EntryHead, columns: Columns): Promise<EntryHead> {
  const trackCode = columns.track_code ?? head.trackCode;
  const was = placeOf(entryCounted, head);
  await count(
    call.db,
    entryCounted,
    { state: head.state, place: was },
    { state: head.state, place: { ...was, track_code: trackCode } },
  );
  return {
    ...head,
    title: columns.title ?? head.title,
    trackCode,
    groupCode: columns.group_code ?? head.groupCode,
  };
}

function columnsOf(rules: EditionRules, section: SectionName, data: SectionRow['data']): Columns {
  if (section === 'jobs') return { expected_direct: people(data.direct), expected_indirect: people(data.indirect) };
  if (section !== 'project') return {};
  const columns: Columns = { title: typeof data.title === 'string' ? shorten(data.title, longestTitle) : '' };
  const track = String(data.trackCode ?? '');
  const group = String(data.groupCode ?? '');
  if (trackRuns(rules, track)) columns.track_code = track;
  if (groupOf(rules, group)) columns.group_code = group;
  return columns;
}

const people = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000 ? value : null;
