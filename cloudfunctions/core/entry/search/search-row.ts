import { type Findable, foundBy } from '@shared/entry/found-by';
import type { Part } from '@shared/forms/lines';
import { bigrams, plainWords } from '@shared/kernel/typed/plain-words';
import type { Insertable } from 'kysely';
import type { EntryTables } from '../../platform/schema/entry';

/** What people read of a submission, and who is on its team. */
export type Frozen = { parts: Part[]; members: ReadonlyArray<{ name: string }> };

export type SearchRow = Insertable<EntryTables['entry_search']>;

/** An entry as the search keeps it. `recalled`: of what was sent, its number and its contact alone are staff's to find. */
export type Sent = {
  entryId: string;
  regionId: string;
  reference: string | null;
  title: string;
  uscc: string | null;
  recalled: boolean;
  /** The latest submission; null of results that were entered without one. */
  submission: Frozen | null;
};

/** What is kept of it. A retry or a later submission makes the row anew. Pure. */
export function searchRow({ entryId, regionId, reference, title, uscc, recalled, submission }: Sent): SearchRow {
  const linesOf = (section: string) => submission?.parts.find((part) => part.section === section)?.lines ?? [];
  const text = (section: string, field: string) => linesOf(section).find((line) => line.field === field)?.value ?? '';
  const leaderZh = text('leader', 'name');
  const leaderPhone = text('leader', 'phone');
  const names = submission?.members ?? [];
  const found: Findable = {
    regionId,
    reference,
    leaderZh,
    leaderPhone,
    title: recalled ? '' : title,
    entityZh: recalled ? '' : text('entity', 'name'),
    uscc: recalled ? '' : (uscc ?? ''),
    members: recalled ? [] : linesOf('team').map(({ value }, i) => memberOf(value, names[i]?.name ?? '')),
  };
  return {
    entry_id: entryId,
    region_id: regionId,
    leader_zh: leaderZh,
    phone_masked: leaderPhone,
    title_pairs: bigrams(plainWords(found.title)),
    ...foundBy(found),
  };
}

/** A member's line is the name, the masked phone and what was agreed to, with ， between them; a name may hold one itself. */
function memberOf(line: string, name: string): { nameZh: string; phone: string } {
  const rest = line.startsWith(`${name}，`) ? line.slice(name.length + 1) : '';
  return { nameZh: name, phone: rest.split('，')[0] ?? '' };
}
