/** An answer to everybody, and its envelope as it goes out, written once a second. */
export type Kept = { data: object; bytes: Uint8Array };

export type Made = {
  /** At what instant it will no longer be true; null: not by the clock. */
  changesAt: number | null;
  /** The answer as told at this instant, in whole seconds: it may say what time it is. */
  toldAt(now: number): object;
};

type Place = {
  made: Promise<Made>;
  madeAt: number;
  madeAtReal: number;
  until: number;
  told?: Kept & { second: number };
};

/** So many answers are kept at once. */
const mostPlaces = 200;

export type ShortMemory = {
  /**
   * The answer that was kept under `key`, or what `make` now gives; who asks meanwhile waits for the same.
   * @param now the home's clock in milliseconds; it may be moved in the demo, so the machine's own time bounds the answer's life too
   * @param seconds how long it lives at most
   */
  of(key: string, now: number, seconds: number, make: () => Promise<Made>): Promise<Kept>;
};

/** Keeps answers that are the same for everybody for a few seconds, in this process alone. What failed is not kept. */
export function makeShortMemory(real: () => number = () => performance.now()): ShortMemory {
  const places = new Map<string, Place>();

  function placeOf(key: string, now: number, life: number, make: () => Promise<Made>): Place {
    const known = places.get(key);
    if (known && known.madeAt <= now && now < known.until && real() - known.madeAtReal < life) return known;
    const place: Place = { made: keep(), madeAt: now, madeAtReal: real(), until: now + life };
    if (places.size >= mostPlaces) places.clear();
    places.set(key, place);
    return place;

    async function keep(): Promise<Made> {
      try {
        const made = await make();
        if (made.changesAt !== null) place.until = Math.min(place.until, made.changesAt);
        return made;
      } catch (error) {
        if (places.get(key) === place) places.delete(key);
        throw error;
      }
    }
  }

  return {
    async of(key, now, seconds, make) {
      const place = placeOf(key, now, seconds * 1000, make);
      const { toldAt } = await place.made;
      const second = Math.floor(now / 1000);
      if (place.told?.second !== second) {
        const data = toldAt(now);
        place.told = { data, bytes: Buffer.from(JSON.stringify({ ok: true, data })), second };
      }
      return place.told;
    },
  };
}
