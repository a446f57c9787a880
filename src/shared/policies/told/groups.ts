import { smallestTold } from '../reach';

/** How many one message reached. `failed`: not on the phone, by cause. */
export type Counts = {
  reached: number;
  read: number;
  opened: number;
  applied: number;
  phoneSent: number;
  phoneWaiting: number;
  failed: ReadonlyArray<{ zh: string; n: number }>;
};

export type ToldGroup = { zh: string; counts: Counts | null };

/** Notices of a policy: what happened, and of whom; those of whom answers stand open that only the application asks are told `perhaps`. */
export const toldAs: Readonly<Record<string, { zh: string; perhaps: boolean }>> = {
  'policy.published': { zh: '发布', perhaps: false },
  'policy.published.perhaps': { zh: '发布', perhaps: true },
  'policy.amended': { zh: '修订', perhaps: false },
  'policy.amended.perhaps': { zh: '修订', perhaps: true },
  'policy.expiring': { zh: '到期前提醒', perhaps: false },
};

const added = (a: Counts, b: Counts): Counts => {
  const causes = [...new Set([...a.failed, ...b.failed].map(({ zh }) => zh))];
  const of = (zh: string) =>
    [...a.failed, ...b.failed].filter((each) => each.zh === zh).reduce((all, { n }) => all + n, 0);
  return {
    reached: a.reached + b.reached,
    read: a.read + b.read,
    opened: a.opened + b.opened,
    applied: a.applied + b.applied,
    phoneSent: a.phoneSent + b.phoneSent,
    phoneWaiting: a.phoneWaiting + b.phoneWaiting,
    failed: causes.map((zh) => ({ zh, n: of(zh) })),
  };
};

const group = (zh: string, counts: Counts): ToldGroup => ({
  zh,
  counts: counts.reached < smallestTold ? null : counts,
});

/**
 * The two wordings as staff read them. Where either reached a handful they are told together, and a handful in all by no number: who asks
 * cannot tell from it for whom an answer stood open.
 */
export function toldGroups(surely: Counts, perhaps: Counts): ToldGroup[] {
  if (surely.reached + perhaps.reached === 0) return [];
  if (perhaps.reached === 0) return [group('符合', surely)];
  if (surely.reached === 0) return [group('可能符合', perhaps)];
  if (Math.min(surely.reached, perhaps.reached) < smallestTold)
    return [group('符合或可能符合', added(surely, perhaps))];
  return [group('符合', surely), group('可能符合', perhaps)];
}
