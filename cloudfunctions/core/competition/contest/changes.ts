import { type ContestCard, cardFields, cardZh } from '@shared/competition/contest/card';
import { phaseKey, windowZh } from '@shared/competition/contest/drift';
import type { ContestSubject } from '@shared/competition/contest/subject';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';

/** One thing that was changed of a contest; a window is kept as its two instants with a `/` between, an empty value was not there. */
export type Change = { what: string; from: string; to: string };

export const cardKey = (field: keyof ContestCard): string => `card.${field}`;

/** Keeps what was changed, by whom and when, and counts the contest's version up. Nothing happens where nothing was changed. */
export async function keepChanges(call: Call, contest: ContestSubject, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await call.db
    .insertInto('contest_change')
    .values(
      changes.map(({ what, from, to }) => ({
        contest_id: contest.contestId,
        n: contest.version + 1,
        what,
        from_value: from,
        to_value: to,
        by_person: me(call),
        at: at(call.now),
      })),
    )
    .execute();
  await call.db
    .updateTable('contest')
    .set({ version: contest.version + 1 })
    .where('id', '=', contest.contestId)
    .execute();
  const whats = changes.map(({ what }) => what);
  await audit(call, `contest:${contest.contestId}`, 'competition/changeContest', {
    whats,
    version: contest.version + 1,
  });
}

type Row = { n: number; what: string; from: string; to: string; byZh: string; at: number };

/** So many of the newest are shown. */
const shown = 20;

/** What was changed of a contest, the newest first, in words. */
export async function readChanges(call: Call, contestId: string, phaseZh: (code: string) => string) {
  const { rows } = await sql<Row>`
    select h.n, h.what, h.from_value as "from", h.to_value as "to", p.display_name as "byZh", h.at
    from contest_change h join person p on p.id = h.by_person
    where h.contest_id = ${contestId} order by h.n desc, h.what limit ${shown}`.execute(call.db);
  return rows.map(({ n, what, from, to, byZh, at }) => ({
    id: `${n} ${what}`,
    zh: whatZh(what, phaseZh),
    fromZh: valueZh(what, from, call.now),
    toZh: valueZh(what, to, call.now),
    byZh,
    at: toShanghai(at),
  }));
}

function whatZh(what: string, phaseZh: (code: string) => string): string {
  const field = cardFields.find((name) => cardKey(name) === what);
  if (field) return cardZh[field];
  return what.startsWith(phaseKey('')) ? `${phaseZh(what.slice(phaseKey('').length))}时间` : '自设赛道';
}

function valueZh(what: string, value: string, now: number): string {
  if (value === '') return '无';
  if (!what.startsWith(phaseKey(''))) return value;
  const [opens = '', closes = ''] = value.split('/');
  return windowZh({ opensAt: Date.parse(opens), closesAt: Date.parse(closes) }, now);
}
