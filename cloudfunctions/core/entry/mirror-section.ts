import type { SectionName } from '@shared/entry/sections';
import { shorten } from '@shared/kernel/typed/graphemes';
import type { Call } from '../call';
import { at } from '../platform/schema';
import { countMoved } from './counts';
import { type EditionRules, groupOf, trackRuns } from './edition-rules';
import type { FormState, SectionRow } from './form-state';

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
 * Copies what lists and counts need from a saved section to the entry's own columns, when it is valid: title, track, group,
 * expected jobs. What is not valid stays in the form as a problem and the columns keep their last valid value.
 */
export async function mirrorSection(
  call: Call,
  { head, rules }: FormState,
  section: SectionName,
  data: SectionRow['data'],
): Promise<void> {
  const columns = columnsOf(rules, section, data);
  await call.db
    .updateTable('entry')
    .set({ ...columns, changed_at: at(call.now) })
    .where('id', '=', head.entryId)
    .execute();
  const trackCode = columns.track_code ?? head.trackCode;
  await countMoved(call, head.state, head, { contestId: head.contestId, trackCode });
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
