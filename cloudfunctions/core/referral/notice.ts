import { toShanghai } from '@shared/kernel/shanghai';
import { type Notice, referralContract } from '@shared/referral/contract';
import { mostOfRegion } from '@shared/referral/rank/choose';
import { isUpperTrack, upperTracks } from '@shared/referral/tracks';
import { sql } from 'kysely';
import { latestPastEdition } from '../competition/queries';
import { audit } from '../platform/audit/audit';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { type Load, noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';

type Row = Omit<Notice, 'confirmedAt'> & { confirmedAt: number | null; editionId: string };

/** The notice of the edition that is over last; `lock` keeps everybody else from its places until the transaction ends. */
export async function readNotice(call: Call, lock = false): Promise<Row | null> {
  const edition = await latestPastEdition(call.db);
  if (edition === null) return null;
  const { rows } = await sql<Row>`select n.id as "noticeId", d.name_zh as "editionZh", n.edition_id as "editionId",
      n.upper_zh as "upperZh", n.doc_no as "docNo", n.issued_on as "issuedOn", n.cutoff_on as "cutoffOn",
      n.closes_on as "closesOn", n.confirmed_at as "confirmedAt", n.version
    from referral_notice n join edition d on d.id = n.edition_id
    where n.edition_id = ${edition.editionId} ${lock ? sql`for update of n` : sql``}`.execute(call.db);
  return rows[0] ?? null;
}

/** The same once the city confirmed it; nobody is named, put in order or recommended before. */
export async function confirmedNotice(call: Call, lock = false): Promise<Row> {
  const notice = await readNotice(call, lock);
  if (notice === null || notice.confirmedAt === null) throw new Refused('REFERRAL_NO_NOTICE');
  return notice;
}

export const presentNotice = ({ editionId: _, confirmedAt, ...notice }: Row): Notice => ({
  ...notice,
  confirmedAt: confirmedAt === null ? null : toShanghai(confirmedAt),
});

/** A track's quota, and how much of it is taken. */
export type Quota = { track: string; quota: number; taken: number };

/** Of each track that has one. Places are counted from rows. */
export async function quotasOf(call: Call, noticeId: string): Promise<Map<string, Quota>> {
  const { rows } = await sql<Quota>`select s.track, count(*)::int as quota, count(r.id)::int as taken
    from referral_seat s
      left join referral r on r.notice_id = s.notice_id and r.track = s.track and r.seat = s.n
    where s.notice_id = ${noticeId} group by s.track`.execute(call.db);
  return new Map(rows.map((row) => [row.track, row]));
}

export const quotaView = (track: string, quota: Quota | undefined) => ({
  quota: quota?.quota ?? 0,
  taken: quota?.taken ?? 0,
  mostOfRegion: mostOfRegion(quota?.quota ?? 0),
  track,
});

/** Enters or corrects what the notice said. What was confirmed has to be confirmed anew once it changes. */
export const keepNotice = procedure(referralContract.keepNotice, noSubject, async (call, input) => {
  const edition = await latestPastEdition(call.db);
  if (edition === null) throw new Refused('REFERRAL_NO_EDITION');
  const stray = input.quotas.find(({ track }) => !isUpperTrack(track));
  if (stray) throw new Refused('REFERRAL_NO_SUCH_TRACK');
  if (input.closesOn < input.issuedOn)
    throw new Refused('REFERRAL_DATES_WRONG', undefined, { closesOn: '报送截止日不能早于通知日期' });
  // Two who enter the first at once: the second finds what the first left.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`referral-notice:${edition.editionId}`}, 0))`.execute(
    call.db,
  );
  const before = await readNotice(call, true);
  if ((before?.version ?? null) !== input.version) throw new Refused('CASE_STALE');
  const noticeId = before?.noticeId ?? call.newId();
  const said = {
    upper_zh: input.upperZh,
    doc_no: input.docNo,
    issued_on: input.issuedOn,
    cutoff_on: input.cutoffOn,
    closes_on: input.closesOn,
    entered_by: me(call),
    entered_at: at(call.now),
    confirmed_by: null,
    confirmed_at: null,
    version: (before?.version ?? 0) + 1,
  };
  await call.db
    .insertInto('referral_notice')
    .values({ id: noticeId, edition_id: edition.editionId, ...said })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .execute();
  await keepSeats(call, noticeId, input.quotas);
  await audit(call, `referral-notice:${noticeId}`, 'referral/keepNotice', {
    version: said.version,
    quotas: input.quotas,
  });
  return shown(call);
});

/** A place is a row: those that lack are made, free ones beyond the quota are taken away, and one that is taken stays. */
async function keepSeats(call: Call, noticeId: string, quotas: ReadonlyArray<{ track: string; quota: number }>) {
  const stand = await quotasOf(call, noticeId);
  const all = upperTracks.map(({ code, zh }) => {
    const { quota: has = 0, taken = 0 } = stand.get(code) ?? {};
    const quota = quotas.find(({ track }) => track === code)?.quota ?? 0;
    if (quota < taken)
      throw new Refused('REFERRAL_QUOTA_TAKEN', `“${zh}”已推荐 ${taken} 个，名额不能再少`, {
        [code]: `已推荐 ${taken} 个，不能少于 ${taken}`,
      });
    return { track: code, more: Math.max(0, quota - has), fewer: Math.max(0, has - quota) };
  });
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as q(track text, more int, fewer int)`;
  await sql`with free as (select s.track, s.n, row_number() over (partition by s.track order by s.n desc) as k
      from referral_seat s where s.notice_id = ${noticeId} and not exists
        (select from referral r where r.notice_id = s.notice_id and r.track = s.track and r.seat = s.n))
    delete from referral_seat s using free f, ${wanted}
    where s.notice_id = ${noticeId} and s.track = f.track and s.n = f.n and q.track = f.track and f.k <= q.fewer`.execute(
    call.db,
  );
  await sql`insert into referral_seat (notice_id, track, n)
    select ${noticeId}::uuid, q.track, g + coalesce((select max(s.n) from referral_seat s
      where s.notice_id = ${noticeId} and s.track = q.track), 0) from ${wanted}, generate_series(1, q.more) g`.execute(
    call.db,
  );
}

const byId: Load<{ noticeId: string }, Row> = async (call, { noticeId }, lock) => {
  const notice = await readNotice(call, lock);
  return notice?.noticeId === noticeId ? notice : null;
};

/** From now on regions name their winners under it. */
export const confirmNotice = procedure(referralContract.confirmNotice, byId, async (call, { version }, notice) => {
  if (notice.version !== version) throw new Refused('CASE_STALE');
  await call.db
    .updateTable('referral_notice')
    .set({ confirmed_by: me(call), confirmed_at: at(call.now), version: version + 1 })
    .where('id', '=', notice.noticeId)
    .execute();
  await audit(call, `referral-notice:${notice.noticeId}`, 'referral/confirmNotice', { version: version + 1 });
  return shown(call);
});

async function shown(call: Call): Promise<Notice> {
  const notice = await readNotice(call);
  if (notice === null) throw new Error('A notice that was just written is gone.');
  return presentNotice(notice);
}
