import { readZip } from '../../../cloudfunctions/core/platform/storage/formats/zip';
import type { Hand } from '../hand';
import { comesTo } from './loan';

export async function nominates(clerk: Hand, entryId: string): Promise<void> {
  await clerk.turnTo('staff/nominees');
  await clerk.tap(`nominate-${entryId}`);
  expect(await clerk.answer(true)).toContain('由本人决定');
}

/** Whoever is asked comes by the message, ticks one receiver alone, and takes part. */
export async function agreesToReferral(winner: Hand): Promise<void> {
  await winner.open('account/notices');
  await winner.tapWords('您的项目被提名推荐到上级赛事');
  await winner.arrives('policy/referral');
  await winner.ticked('consent-province', false);
  await winner.tap('consent-province');
  await winner.ticked('consent-nation', false);
  await winner.tap('agree');
  await winner.sees('等待县（市、区）确认');
}

export async function confirmsReferral(lead: Hand, title: string): Promise<void> {
  await comesTo(lead, `确认推荐“${title}”`);
  await lead.arrives('staff/referral');
  await lead.tap('confirm');
  await lead.answer(true);
  await lead.sees('县级已确认，待排序');
}

/** The city orders a track, recommends by its quota, and comes to the one entry in it. */
export async function recommends(city: Hand, track: string, referralId: string): Promise<void> {
  await city.turnTo('staff/referral-board');
  await city.tap(`rank-${track}`);
  await city.usable(`recommend-${track}`, true);
  await city.tap(`recommend-${track}`);
  await city.answer(true);
  await city.reads(`referral-${referralId}`, '已推荐');
  await city.tap(`referral-${referralId}`);
  await city.arrives('staff/referral');
}

/** The names of the files in a zip, in their order. */
export async function filesOfZip(bytes: Buffer): Promise<string[]> {
  const read = async (offset: number, length: number) => bytes.subarray(offset, offset + length);
  return ((await readZip({ size: bytes.length, read })) ?? []).map(({ name }) => name);
}
