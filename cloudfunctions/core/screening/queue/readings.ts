import type { Group, ReturnReason } from '@shared/competition/blueprint';
import { isSealedField } from '@shared/entry/fields';
import { type SectionName, sectionsFor } from '@shared/entry/sections';
import { diffParts, type ReviewedPart } from '@shared/forms/diff-parts';
import { type Check, checksOf, type Looked } from '@shared/screening/checks';
import { type Mark, roundOf, standingMarks } from '@shared/screening/marks';
import { sql } from 'kysely';
import type { EntryHead } from '../../entry/queries';
import type { FrozenForm } from '../../platform/schema/forms';
import type { Call } from '../../rpc/call';

/** What a reviewer has before them: the submission, what changed since the last return, and the marks that stand. */
export type Reading = {
  round: number;
  group: Group | null;
  reasons: readonly ReturnReason[];
  sections: readonly ReviewedPart<SectionName>[];
  changed: ReadonlySet<SectionName>;
  marks: readonly Mark[];
  /** What the edition wants looked up, and every look, the last one last. */
  checks: readonly Check[];
  looked: readonly Looked[];
};

type Row = {
  id: string;
  groups: Group[];
  reasons: ReturnReason[];
  latest: { n: number; parts: FrozenForm['parts'] } | null;
  returned: { n: number; parts: FrozenForm['parts'] } | null;
  resealed: string[] | null;
  marks: Mark[] | null;
  checks: Check[] | null;
  looked: Looked[] | null;
};

/** The readings of many entries by id, in one query. */
export async function readReadings(call: Call, entries: readonly EntryHead[]): Promise<Map<string, Reading>> {
  const { rows } = await sql<Row>`
    select e.id, b.blueprint -> 'groups' as groups, b.blueprint -> 'returnReasons' as reasons,
      b.blueprint -> 'checks' as checks,
      (select json_agg(json_build_object('code', c.code, 'clear', c.clear) order by c.at, c.id)
        from credit_check c where c.entry_id = e.id) as looked,
      (select json_build_object('n', s.n, 'parts', s.data -> 'parts') from snapshot s
        where s.subject_id = e.id order by s.n desc limit 1) as latest,
      case when was.n is null then null else json_build_object('n', was.n, 'parts', was.data -> 'parts') end as returned,
      (select json_agg(v.field) from snapshot_sealed v
        where v.subject_id = e.id and v.n = (select max(s.n) from snapshot s where s.subject_id = e.id)
          and not exists (select from snapshot_sealed w
            where w.subject_id = v.subject_id and w.n = was.n and w.field = v.field and w.set_at = v.set_at)) as resealed,
      (select json_agg(json_build_object('section', m.section, 'round', m.round, 'verdict', m.verdict, 'codes', m.codes,
          'fields', m.fields, 'seen', m.seen, 'comment', m.comment, 'version', m.version))
        from review_mark m where m.entry_id = e.id and m.cleared_at is null) as marks
    from entry e join blueprint_version b on b.edition_id = e.edition_id and b.n = e.blueprint_version
      -- What was returned is the last submission before the last return, in the order of the moves.
      left join lateral (select s.n, s.data from snapshot s
        where s.subject_id = e.id and s.n = (select count(*) from move m
          where m.subject_id = e.id and m.move in ('submit', 'resubmit') and m.n <
            (select max(r.n) from move r where r.subject_id = e.id and r.move = 'return' and not exists (
              select from move c where c.subject_id = r.subject_id and c.n = r.n + 1 and c.move = 'recallReturn')))) was on true
    where e.id = any(${entries.map(({ entryId }) => entryId)}::uuid[])`.execute(call.db);
  return new Map(
    entries.flatMap((entry) => {
      const row = rows.find(({ id }) => id === entry.entryId);
      return row ? [[entry.entryId, asReading(entry, row)] as const] : [];
    }),
  );
}

export async function readReading(call: Call, entry: EntryHead): Promise<Reading> {
  const reading = (await readReadings(call, [entry])).get(entry.entryId);
  if (!reading) throw new Error(`The entry ${entry.entryId} is gone while it is read.`);
  return reading;
}

function asReading(entry: EntryHead, row: Row): Reading {
  const group = row.groups.find(({ code }) => code === entry.groupCode) ?? null;
  const names = sectionsFor(group?.registered === true);
  const before = row.returned && row.latest && row.returned.n < row.latest.n ? row.returned.parts : null;
  const sections = diffParts(names, row.latest?.parts ?? [], before, new Set(row.resealed), isSealedField);
  const changed = new Set(sections.filter((section) => section.changed).map(({ section }) => section));
  const round = roundOf(entry);
  return {
    round,
    group,
    reasons: row.reasons,
    sections,
    changed,
    marks: standingMarks(names, row.marks ?? [], round, changed),
    checks: checksOf({ checks: row.checks ?? undefined }),
    looked: row.looked ?? [],
  };
}
