type Listener = () => void;

/** As much of the web's AbortController as the query cache asks of it; the mini program runtime has none. */
export class AbortController {
  readonly signal = {
    aborted: false,
    reason: undefined as unknown,
    listeners: new Set<Listener>(),
    addEventListener(_: 'abort', listener: Listener) {
      this.listeners.add(listener);
    },
    removeEventListener(_: 'abort', listener: Listener) {
      this.listeners.delete(listener);
    },
    throwIfAborted() {
      if (this.aborted) throw this.reason;
    },
  };

  abort(reason?: unknown): void {
    if (this.signal.aborted) return;
    this.signal.aborted = true;
    this.signal.reason = reason;
    for (const listener of this.signal.listeners) listener();
  }
}
