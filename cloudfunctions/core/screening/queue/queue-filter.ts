import type { InferContractRouterInputs } from '@orpc/contract';
import { entryLifecycle } from '@shared/entry/lifecycle';
import type { EntryState } from '@shared/entry/states';
import { isDate } from '@shared/kernel/shanghai';
import { typedReference } from '@shared/kernel/typed/typed';
import type { screeningContract } from '@shared/screening/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Place } from '../../platform/cursor';
import { isAmong } from '../../platform/grants';
import { at } from '../../platform/schema';

export type QueueFilter = InferContractRouterInputs<typeof screeningContract>['queue']['filter'];

/** Which entries a page of the queue is cut from: one contest, or all of an edition's in the regions that one reads. */
export type QueueScope = { editionId: string; contestId: string | null; regionIds: readonly string[] | 'all' };

/** What one page asks: `today` decides what is overdue, the person what is one's own. */
export type QueueAsked = { scope: QueueScope; filter: QueueFilter; personId: string; today: string };

/** The states that a queue may be asked for. Drafts are nobody's business but their owners'. */
export const queueStates = (Object.keys(entryLifecycle.states) as EntryState[]).filter((state) => state !== 'draft');

const waiting = entryLifecycle.statesThat(({ waits }) => waits === 'staff');

/** The states that a filter stands for; empty when it names none of ours. */
export function statesAsked(filter: QueueFilter): readonly EntryState[] {
  return filter.state === 'waiting' ? waiting : queueStates.filter((state) => state === filter.state);
}

/** What waits is read in the order in which it falls due, the rest latest first. */
export const isByDue = (filter: QueueFilter): boolean => statesAsked(filter).every((state) => waiting.includes(state));

/** The contests of a scope, as a condition on `contest c`. */
export const contestsIn = ({ editionId, contestId, regionIds }: QueueScope): RawBuilder<boolean> => {
  if (contestId !== null) return sql`c.id = ${contestId}`;
  return sql`c.edition_id = ${editionId} and ${isAmong(regionIds, sql`c.region_id`)}`;
};

/** The filter as a condition on `entry e` of one contest. */
export function entriesAsked(filter: QueueFilter, personId: string, today: string): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = [];
  if (isByDue(filter)) parts.push(sql`e.waits = 'staff'`);
  if (filter.state !== 'waiting') parts.push(sql`e.state = ${filter.state}`);
  // A draft that was given up was never submitted, so staff never knew it.
  if (filter.state === 'withdrawn') parts.push(sql`e.first_submitted_at is not null`);
  if (filter.trackCode !== null) parts.push(sql`e.track_code = ${filter.trackCode}`);
  if (filter.claimed === 'mine') parts.push(sql`e.claimed_by = ${personId}`);
  if (filter.claimed === 'none') parts.push(sql`e.claimed_by is null`);
  if (filter.claimed === 'others') parts.push(sql`e.claimed_by <> ${personId}`);
  if (filter.overdue) parts.push(sql`e.review_due < ${today}`);
  if (filter.dueOn !== undefined) parts.push(sql`e.review_due = ${filter.dueOn}::date`);
  if (filter.q !== '') parts.push(found(filter.q));
  return sql.join(parts, sql` and `) as RawBuilder<boolean>;
}

/** Whoever leads an entry, is or was on its team does not handle it, and reads no row of it either (conventions, Who). Counts stay what they are. */
export const notInvolved = (personId: string): RawBuilder<boolean> =>
  sql`e.leader_id <> ${personId} and not exists (
    select from entry_member own where own.entry_id = e.id and own.person_id = ${personId})`;

/**
 * What was typed, as a condition on `entry e`: a reference from its beginning, found by its index; or a part of the title, or
 * the last digits of a reference, which is what people read out on the telephone.
 */
function found(typed: string): RawBuilder<boolean> {
  const literal = (words: string) => words.replace(/[\\%_]/g, '\\$&');
  const number = typedReference(typed);
  if (/^XH\d{4}-/.test(number)) return sql`e.reference like ${`${literal(number)}%`}`;
  // The title of an entry that was taken back is not staff's to look for.
  const title = sql<boolean>`(e.recalled_at is null and e.title ilike ${`%${literal(typed)}%`})`;
  return /^\d[\d-]*$/.test(number) ? sql`(${title} or e.reference like ${`%${number}`})` : title;
}

/** The order of the list, of rows called `of`, on or back. */
export const orderOf = (filter: QueueFilter, of: string, way: 'on' | 'back' = 'on'): RawBuilder<unknown> => {
  const [sorted, down] = isByDue(filter) ? ['review_due', way === 'back'] : ['changed_at', way === 'on'];
  const direction = down ? sql`desc` : sql`asc`;
  return sql`${sql.ref(`${of}.${sorted}`)} ${direction}, ${sql.ref(`${of}.id`)} ${direction}`;
};

/** Can this be the value of the column by which the list is sorted? */
export const fitsPlace = (filter: QueueFilter, value: Place['value']): boolean =>
  isByDue(filter) ? typeof value === 'string' && isDate(value) : Number.isSafeInteger(value);

/** The rows after a place, in the order of the list. */
export function after(filter: QueueFilter, place: Place | null): RawBuilder<boolean> {
  if (place === null) return sql`true`;
  return isByDue(filter)
    ? sql`(e.review_due, e.id) > (${place.value}::date, ${place.id}::uuid)`
    : sql`(e.changed_at, e.id) < (${at(Number(place.value))}, ${place.id}::uuid)`;
}

/** The rows before a place. */
export const before = (filter: QueueFilter, place: Place): RawBuilder<boolean> =>
  isByDue(filter)
    ? sql`(e.review_due, e.id) < (${place.value}::date, ${place.id}::uuid)`
    : sql`(e.changed_at, e.id) > (${at(Number(place.value))}, ${place.id}::uuid)`;
