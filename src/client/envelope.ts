/** The wire's envelope. */
export type Envelope =
  | { ok: true; data: unknown }
  | { ok: false; error: { code: string; message: string; fields?: Record<string, string>; current?: unknown } };

/** Carries one call and answers its envelope; throws NETWORK failures only. */
export type Transport = (path: string, input: unknown, key: string | null) => Promise<Envelope>;
