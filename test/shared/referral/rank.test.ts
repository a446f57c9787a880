import fc from 'fast-check';
import { choose, mostOfRegion, nextOf } from '../../../src/shared/referral/rank/choose';
import { type Candidate, inOrder } from '../../../src/shared/referral/rank/order';
import { percentilesOf } from '../../../src/shared/referral/rank/percentile';
import { upperTrackOf } from '../../../src/shared/referral/tracks';

const field = (ranks: readonly number[], name = '141033 modern_services') =>
  ranks.map((rank, i) => ({ entryId: `${name} ${i}`, field: name, rank }));
const bps = (ranks: readonly number[]) => [...percentilesOf(field(ranks)).values()].map(({ bp }) => bp);

const candidate = (referralId: string, over: Partial<Candidate> = {}): Candidate => ({
  referralId,
  regionId: '141033',
  sameTrack: true,
  awardPlace: 0,
  percentile: { bp: 9_000, n: 5, rank: 1, small: false },
  verifiedJobs: null,
  reference: `XH2025-141033-${referralId}`,
  ...over,
});
const names = (all: readonly { referralId: string }[]) => all.map(({ referralId }) => referralId).join('');

describe('the percentile inside an own field', () => {
  it('is 10000 × (2(n − rank) + 1) / 2n rounded down, shared ranks at their middle', () => {
    expect(bps([1])).toEqual([5000]);
    expect(bps([1, 2, 3, 4])).toEqual([8750, 6250, 3750, 1250]);
    expect(bps([1, 2, 3, 4, 5])).toEqual([9000, 7000, 5000, 3000, 1000]);
    expect(bps([1, 2, 3])).toEqual([8333, 5000, 1666]);
    expect(bps([1, 1, 3, 4, 5])).toEqual([8000, 8000, 5000, 3000, 1000]);
    expect(bps([39, 39, 39, 39, 43].map((rank) => rank - 38))).toEqual([6000, 6000, 6000, 6000, 1000]);
    expect(bps([1, 1])).toEqual([5000, 5000]);
  });

  it('notes fields under five, and mixes no two fields', () => {
    const found = percentilesOf([...field([1, 2, 3, 4]), ...field([1, 2, 3, 4, 5], 'LFEDZ modern_services')]);
    expect([...found.values()].map(({ small, n }) => [small, n])).toEqual([
      ...Array.from({ length: 4 }, () => [true, 4]),
      ...Array.from({ length: 5 }, () => [false, 5]),
    ]);
  });

  it('has a mean of a half in every field, whatever the ties', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40 }), (scores) => {
        const ranks = scores.map((score) => 1 + scores.filter((other) => other > score).length);
        const all = bps(ranks);
        const mean = all.reduce((sum, bp) => sum + bp, 0) / all.length;
        return Math.abs(mean - 5000) <= 1 && all.every((bp) => bp > 0 && bp < 10_000);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the order of a track', () => {
  it('compares track, award, percentile, verified jobs and number, in this order', () => {
    const far = candidate('e', { sameTrack: false });
    const lower = candidate('d', { awardPlace: 1, percentile: { bp: 9_900, n: 50, rank: 1, small: false } });
    const behind = candidate('c', { percentile: { bp: 7_000, n: 5, rank: 2, small: false } });
    const verified = candidate('b', { verifiedJobs: 3 });
    const first = candidate('a');
    const second = candidate('f');
    expect(names(inOrder([far, second, lower, behind, first, verified]))).toBe('bafcde');
  });

  it('tells entries of small fields apart by nothing of their percentile', () => {
    const small = (id: string, bp: number, jobs: number | null) =>
      candidate(id, { percentile: { bp, n: 4, rank: 1, small: true }, verifiedJobs: jobs });
    // 8750 and 1250 of two fields of four are one and the same; above the middle stand those above it in a large one.
    const above = candidate('x', { percentile: { bp: 5_001, n: 50, rank: 25, small: false } });
    const under = candidate('y', { percentile: { bp: 4_999, n: 50, rank: 26, small: false } });
    expect(names(inOrder([small('p', 8_750, null), under, small('q', 1_250, 2), above]))).toBe('xqpy');
    expect(names(inOrder([candidate('z', { percentile: null }), under]))).toBe('yz');
  });

  it('is an order: the same however they are listed', () => {
    const one = fc.record({
      sameTrack: fc.boolean(),
      awardPlace: fc.integer({ min: 0, max: 2 }),
      percentile: fc.option(
        fc.record({
          bp: fc.integer({ min: 1, max: 9_999 }),
          n: fc.constant(5),
          rank: fc.constant(1),
          small: fc.boolean(),
        }),
      ),
      verifiedJobs: fc.option(fc.integer({ min: 0, max: 3 })),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (all, stream) => {
        const listed = all.map((over, i) => candidate(String(i).padStart(2, '0'), over));
        const shuffled = listed.map((each) => ({ each, key: stream.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        return names(inOrder(shuffled.map(({ each }) => each))) === names(inOrder(listed));
      }),
      { numRuns: 300 },
    );
  });
});

describe('who is recommended', () => {
  const of = (...regions: string[]) => regions.map((regionId, i) => candidate(String(i), { regionId }));

  it('takes a quarter of the quota, rounded up, from one region, while others qualify', () => {
    expect([1, 4, 5, 8, 9].map(mostOfRegion)).toEqual([1, 1, 2, 2, 3]);
    const { recommended, reserve } = choose(of('a', 'a', 'a', 'b', 'c', 'd'), [], 4);
    expect([names(recommended), names(reserve)]).toEqual(['0345', '12']);
  });

  it('lets a region have more only when nobody else is left', () => {
    const { recommended, reserve } = choose(of('a', 'a', 'b', 'a'), [], 4);
    expect([names(recommended), names(reserve)]).toEqual(['0213', '']);
    expect(names(choose(of('a', 'b'), [], 0).reserve)).toBe('01');
  });

  it('moves the first reserve up whose region has room, else the first', () => {
    const [first, second] = of('a', 'b');
    expect(nextOf([first, second] as Candidate[], of('a'), 4)).toBe(second);
    expect(nextOf([first] as Candidate[], of('a'), 4)).toBe(first);
    expect(nextOf([], of('a'), 4)).toBeUndefined();
  });

  it('never passes the quota, leaves no place empty while somebody waits, and passes the cap only when nobody else does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 20 }),
        fc.integer({ min: 0, max: 10 }),
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
        (regions, quota, had) => {
          const taken = of(...had);
          const { recommended, reserve } = choose(of(...regions), taken, quota);
          const free = Math.max(0, quota - taken.length);
          const seated = [...taken, ...recommended];
          const capped = (regionId: string) =>
            seated.filter((one) => one.regionId === regionId).length >= mostOfRegion(quota);
          const over = recommended.some(
            ({ regionId }) => seated.filter((one) => one.regionId === regionId).length > mostOfRegion(quota),
          );
          return (
            recommended.length === Math.min(free, regions.length) &&
            recommended.length + reserve.length === regions.length &&
            (!over || reserve.every(({ regionId }) => capped(regionId)))
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('finds the upper track of a region’s own', () => {
  expect(upperTrackOf('silver_economy')).toEqual({ track: 'silver_economy', same: true });
  expect(upperTrackOf('smart_manufacturing')).toEqual({ track: 'advanced_manufacturing', same: false });
  expect(upperTrackOf('juggling')).toBeNull();
});
