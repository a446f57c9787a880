import type { SectionName } from '@shared/entry/sections';
import type { Answers } from '@shared/forms/question';
import { shorten } from '@shared/kernel/typed/graphemes';
import { wordsSay } from '@shared/people/content-words';
import { count, placeOf } from '../../cases/counts';
import type { Saved } from '../../forms/form-owner';
import { answersOf } from '../../forms/form-rows';
import type { Beside } from '../../forms/put-section';
import { type KnownText, refusedWhy } from '../../people/queries';
import { later } from '../../platform/pipeline';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { entryCounted } from '../moves';
import type { EntryHead } from '../subjects';
import { type EditionRules, groupOf, trackRuns } from './edition-rules';
import type { FormState } from './form-state';

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
 * Copies with a section what lists and counts need from a draft to the entry's own columns, when it is valid: title, track, group,
 * expected jobs. What is not valid stays in the form as a problem and the columns keep their last valid value. Once an entry was
 * returned they stay as they were submitted, for staff read no correction before it is sent. Answers the entry as it then stands.
 */
export async function mirrorSection(
  call: Call,
  { head, rules, texts }: FormState,
  { section, answers }: Saved<SectionName>,
  on: Beside,
): Promise<{ head: EntryHead }> {
  const columns = head.state === 'draft' ? columnsOf(rules, texts, section, answers) : {};
  const changing = on
    .updateTable('entry')
    .set({ ...columns, changed_at: at(call.now) })
    .where('id', '=', head.entryId);
  await later(call.db, changing);
  return { head: await mirrored(call, head, columns) };
}

/** The columns of a corrected entry as its form now says, for when it is submitted again. */
export const correctedColumns = (form: FormState): Columns => ({
  ...columnsOf(form.rules, form.texts, 'project', answersOf(form, 'project')),
  ...columnsOf(form.rules, form.texts, 'jobs', answersOf(form, 'jobs')),
});

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

function columnsOf(rules: EditionRules, texts: readonly KnownText[], section: SectionName, data: Answers): Columns {
  if (section === 'jobs') return { expected_direct: people(data.direct), expected_indirect: people(data.indirect) };
  if (section !== 'project') return {};
  const title = typeof data.title === 'string' ? data.title : '';
  // A title that was refused is nobody else's to read.
  const unfit =
    wordsSay(title, rules.contentWords) === 'refuse' || refusedWhy(texts, 'project.title', title.trim()) !== null;
  const columns: Columns = unfit ? {} : { title: shorten(title, longestTitle) };
  const track = String(data.trackCode ?? '');
  const group = String(data.groupCode ?? '');
  if (trackRuns(rules, track)) columns.track_code = track;
  if (groupOf(rules, group)) columns.group_code = group;
  return columns;
}

const people = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000 ? value : null;
