import { sql } from 'kysely';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { Refused } from '../rpc/refused';
import type { FileOwner } from './file-owner';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const gb = 1024 * 1024 * 1024;

/**
 * How many uploads a person may begin in an hour and how many bytes announce in a day, for whatever subjects. Every slot of the largest entry filled
 * once is about ten files and 200 MB: an honest person who sends everything five times over stays below, and nobody fills the disk in a day.
 */
const perPerson = { begun: 60, bytes: gb };

/** Throws Refused FILE_QUOTA when this person, or this subject by its owner's measure, has begun too much already to send `size` bytes more. */
export async function insistOnQuota(call: Call, { most }: FileOwner, subjectId: string, size: number): Promise<void> {
  const personId = me(call);
  // Who begins several at once, for whatever subjects, begins them one after the other: each counts those before it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`uploads:${personId}`}, 0))`.execute(call.db);
  const hour = at(call.now - hourMs);
  const ofMe = sql`begun_by = ${personId}`;
  const ofSubject = sql`subject_id = ${subjectId}`;
  const { rows } = await sql<Record<'mine' | 'mineBytes' | 'its' | 'itsBytes', number>>`select
      count(*) filter (where ${ofMe} and begun_at > ${hour}) as mine,
      coalesce(sum(declared_size) filter (where ${ofMe}), 0)::bigint as "mineBytes",
      count(*) filter (where ${ofSubject} and begun_at > ${hour}) as its,
      coalesce(sum(declared_size) filter (where ${ofSubject}), 0)::bigint as "itsBytes"
    from upload where (${ofMe} or ${ofSubject}) and begun_at > ${at(call.now - dayMs)} and begun_at <= ${at(call.now)}`.execute(
    call.db,
  );
  const [used] = rows;
  if (!used) throw new Error('A query of one row gave none.');
  if (used.mine >= perPerson.begun || used.its >= most.begun) throw new Refused('FILE_QUOTA');
  const over = (bytes: number, most: number) => bytes + size > most;
  if (over(used.mineBytes, perPerson.bytes)) throw new Refused('FILE_QUOTA', tooMuch('您', perPerson.bytes));
  if (over(used.itsBytes, most.bytes)) throw new Refused('FILE_QUOTA', tooMuch(most.zh, most.bytes));
}

const tooMuch = (who: string, bytes: number): string =>
  `${who} 24 小时内上传的文件总量已到上限（${bytes / gb} GB），请过后再传`;
