import { platformKnowsCaller } from './session';
import { callCloud } from './transport-cloud';
import { callHttp } from './transport-http';

/** The wire's envelope (CONVENTIONS, Wire). */
export type Envelope =
  | { ok: true; data: unknown }
  | { ok: false; error: { code: string; message: string; fields?: Record<string, string>; current?: unknown } };

/** One seam for all homes: WeChat's cloud function, or HTTP on our own servers and on H5. Throws NETWORK failures only. */
export type Transport = (path: string, input: unknown, key: string | null) => Promise<Envelope>;

export const transport: Transport = platformKnowsCaller ? callCloud : callHttp;
