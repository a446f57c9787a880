let tapping = false;

type Told = { type?: string };

/** Runs what an event starts; of a tap, what is done before the script waits for anything from outside is inside it. */
export function inGesture<T>(event: unknown, work: () => T): T {
  if ((event as Told).type !== 'tap') return work();
  tapping = true;
  setTimeout(() => {
    tapping = false;
  });
  return work();
}

/** Throws outside a tap, as WeChat does for what may only be asked inside one. */
export function needGesture(): void {
  if (!tapping) throw new Error('can only be invoked by user TAP gesture.');
}
