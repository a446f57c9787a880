/** An answer to everybody, and its envelope as it goes out, written once. */
export type Kept = { data: object; text: string };

type Place = { answer: Promise<Kept>; madeAt: number; madeAtReal: number; until: number };

/** So many answers are kept at once. */
const mostPlaces = 200;

export type ShortMemory = {
  /**
   * The answer that was kept under `key`, or what `make` now gives; who asks meanwhile waits for the same.
   * @param now the home's clock in milliseconds; it may be moved in the demo, so the machine's own time bounds the answer's life too
   * @param seconds how long it lives at most
   * @param make also says at what instant the answer will no longer be true, if it knows
   */
  of(
    key: string,
    now: number,
    seconds: number,
    make: () => Promise<{ data: object; changesAt: number | null }>,
  ): Promise<Kept>;
};

/** Keeps answers that are the same for everybody for a few seconds, in this process alone. What failed is not kept. */
export function makeShortMemory(real: () => number = () => performance.now()): ShortMemory {
  const places = new Map<string, Place>();
  return {
    of(key, now, seconds, make) {
      const known = places.get(key);
      const life = seconds * 1000;
      if (known && known.madeAt <= now && now < known.until && real() - known.madeAtReal < life) return known.answer;
      const place: Place = { answer: keep(), madeAt: now, madeAtReal: real(), until: now + life };
      if (places.size >= mostPlaces) places.clear();
      places.set(key, place);
      return place.answer;

      async function keep(): Promise<Kept> {
        try {
          const { data, changesAt } = await make();
          if (changesAt !== null) place.until = Math.min(place.until, changesAt);
          return { data, text: JSON.stringify({ ok: true, data }) };
        } catch (error) {
          if (places.get(key) === place) places.delete(key);
          throw error;
        }
      }
    },
  };
}
