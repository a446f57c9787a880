/** The wire's envelope. `retryAfter` in milliseconds, where the answer said when to ask again. */
export type Envelope =
  | { ok: true; data: unknown }
  | {
      ok: false;
      error: { code: string; message: string; fields?: Record<string, string>; current?: unknown };
      retryAfter?: number | null;
    };

/** What is carried: a change has a key, a read has none. Neither waits longer than `patience` milliseconds. */
export type Call = { path: string; input: unknown; key: string | null; patience: number };

/** Carries one call and answers its envelope; throws a Failure that `isSilence`. */
export type Transport = (call: Call) => Promise<Envelope>;

export const isEnvelope = (value: unknown): value is Envelope =>
  typeof value === 'object' && value !== null && 'ok' in value;
