export type WireError = { code: string; message: string; fields?: Record<string, string>; current?: unknown };

/** What every call is answered with: an HTTP status and the envelope that all homes carry. */
export type Reply = {
  status: number;
  body: { ok: true; data: unknown } | { ok: false; error: WireError };
  /** The body as JSON, in UTF-8, where it has been written before. */
  bytes?: Uint8Array;
  /** Seconds after which asking again may help. */
  retryAfter?: number;
};
