import type { Hand } from './hand';

/** How many taps an act costs a person; acts that are not named cost none. */
const costs: Partial<Record<keyof Hand, number>> = {
  tap: 1,
  tapWords: 1,
  tapTwice: 2,
  tab: 1,
  answer: 1,
  attach: 1,
  // Into the field, and the keyboard away again; a list and a calendar are opened and a row is tapped.
  type: 2,
  choose: 2,
  day: 2,
};

/** The same hand, whose taps are counted. `more` adds what the platform's own windows ask for, such as closing a viewer. */
export function counting(hand: Hand): { hand: Hand; more(taps: number): void; taps(): number } {
  let taps = 0;
  const counted = Object.entries(hand).map(([name, act]) => {
    const cost = costs[name as keyof Hand];
    if (cost === undefined) return [name, act];
    return [
      name,
      (...args: string[]) => {
        taps += cost;
        return (act as (...all: string[]) => Promise<unknown>)(...args);
      },
    ];
  });
  return {
    hand: { ...hand, ...Object.fromEntries(counted) },
    more(more) {
      taps += more;
    },
    taps: () => taps,
  };
}
