import type { Blueprint, Group, Slot } from '@shared/competition/blueprint';
import type { ContestCard } from '@shared/competition/contest/card';
import { type Span, spanOf } from '@shared/competition/phase';
import { signedFormSlot } from '@shared/entry/counter/counter';
import type { PaperKind } from '@shared/kernel/identity-paper';
import type { ContentWord } from '@shared/people/content-words';
import { type RawBuilder, sql } from 'kysely';
import { contentWordsInSql } from '../../people/queries';
import type { Db } from '../../platform/db';
import { joinRules } from './rules-version';

/** What a contest's edition decides about a form: groups, slots, texts, tracks that run here, and every region's name. */
export type EditionRules = {
  editionId: string;
  editionZh: string;
  year: number;
  cutoffDate: string;
  blueprint: Blueprint;
  /** Which of the edition's versions that is. */
  n: number;
  contestId: string;
  regionId: string;
  regionZh: string;
  /** How people reach the contest; without a number while nobody said. */
  card: ContestCard;
  /** The tracks that this contest runs, in its order. */
  tracks: ReadonlyArray<{ code: string; zh: string }>;
  regions: ReadonlyArray<{ id: string; zh: string }>;
  /** null: this contest has no time for it yet. */
  signUp: Span | null;
  /** When its pitches begin, in epoch milliseconds: as its judging opens, while no pitch has a time of its own. null: no time is set yet. */
  pitchesFrom: number | null;
  /** The city's list of words by which texts are judged. */
  contentWords: readonly ContentWord[];
};

type RulesRow = Omit<EditionRules, 'signUp'> & { opens: number | null; closes: number | null };

/** The rules of one contest as they were published the n-th time, or as they are now; null when there is no such contest. */
export async function readEditionRules(db: Db, contestId: string, n?: number): Promise<EditionRules | null> {
  return asEditionRules((await editionRules(contestId, n).execute(db)).rows);
}

/** What that query answers as rules. */
export function asEditionRules([row]: readonly RulesRow[]): EditionRules | null {
  if (!row) return null;
  const { opens, closes, ...rules } = row;
  return { ...rules, signUp: spanOf(opens, closes) };
}

export const editionRules = (contestId: string, n?: number): RawBuilder<RulesRow> =>
  rulesOf(
    sql`contest c join edition d on d.id = c.edition_id
      join blueprint_version b on b.edition_id = d.id and b.n = ${n === undefined ? sql`d.blueprint_version` : sql`${n}::int`}`,
    sql`c.id = ${contestId}`,
  );

/** The rules under which an entry stands, for a statement that travels with the one that finds it. */
export const rulesOfEntry = (entryId: string): RawBuilder<RulesRow> =>
  rulesOf(
    sql`entry e join contest c on c.id = e.contest_id join edition d on d.id = c.edition_id ${joinRules}`,
    sql`e.id = ${entryId}`,
  );

const rulesOf = (from: RawBuilder<unknown>, which: RawBuilder<unknown>): RawBuilder<RulesRow> => sql`
    select d.id as "editionId", d.name_zh as "editionZh", d.year, b.cutoff_date as "cutoffDate", b.blueprint, b.n,
      c.id as "contestId", c.region_id as "regionId", r.name_zh as "regionZh",
      json_build_object('office', c.office, 'phone', c.phone, 'address', c.address, 'hours', c.hours, 'venue', c.venue) as card,
      (select coalesce(json_agg(json_build_object('code', t.code, 'zh', t.zh) order by ct.sort), '[]')
        from contest_track ct join track t on t.edition_id = ct.edition_id and t.code = ct.track_code
        where ct.contest_id = c.id) as tracks,
      (select json_agg(json_build_object('id', g.id, 'zh', g.name_zh) order by g.sort) from region g) as regions,
      s.opens_at as opens, s.closes_at as closes, j.opens_at as "pitchesFrom",
      ${contentWordsInSql} as "contentWords"
    from ${from} join region r on r.id = c.region_id
      left join phase s on s.contest_id = c.id and s.kind = 'signUp'
      left join phase j on j.contest_id = c.id and j.kind = 'judging'
    where ${which} and d.status <> 'draft'`;

/** The card of the contest, as people are shown it; null while it has no number. */
export const contactOf = ({ card }: EditionRules): ContestCard | null => (card.phone === '' ? null : card);

export const groupOf = (rules: EditionRules, code: string): Group | null =>
  rules.blueprint.groups.find((group) => group.code === code) ?? null;

/** The papers that an edition takes; the resident's card alone when its blueprint names none. */
export const papersOf = ({ blueprint }: Pick<EditionRules, 'blueprint'>): readonly PaperKind[] =>
  blueprint.identityPapers ?? ['resident_id'];

export const slotOf = (rules: EditionRules, code: string): Slot | null =>
  rules.blueprint.slots.find((slot) => slot.code === code) ?? null;

/** The rules for an entry that a late code let in for one track alone; null: for any. */
export const boundTo = (rules: EditionRules, lateTrack: string | null): EditionRules =>
  lateTrack === null ? rules : { ...rules, tracks: rules.tracks.filter(({ code }) => code === lateTrack) };

/** The rules for an entry that was begun at the counter: it has a slot for the form that was signed on paper. */
export const withSignedForm = (rules: EditionRules, { helperId }: { helperId: string | null }): EditionRules =>
  helperId === null
    ? rules
    : { ...rules, blueprint: { ...rules.blueprint, slots: [...rules.blueprint.slots, signedFormSlot] } };

export const trackRuns = (rules: EditionRules, code: string): boolean => rules.tracks.some((t) => t.code === code);
