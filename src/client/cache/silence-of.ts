import { type Failure, type Silence, silence } from '../transport/failure';

/** WeChat's cloud and what it means to the person (platform §9); other numbers of the 504 family are a function that did not answer. */
const cloudCodes: Readonly<Record<string, Silence>> = {
  '-501003': 'CLOUD_QUOTA',
  '-501004': 'SERVER_BUSY',
  '-501005': 'CLOUD_UNCONFIGURED',
  '-504003': 'CALL_TIMED_OUT',
};

/** The number in what WeChat's cloud threw, for the log; null when it gave none, as when the network is gone. */
export function cloudCode(error: unknown): string | null {
  const { errCode, errMsg } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  const words = `${String(errCode ?? '')} ${String(errMsg ?? '')} ${error instanceof Error ? error.message : ''}`;
  return /-(?:50\d{4})\b/.exec(words)?.[0] ?? null;
}

/** What a failed call to WeChat's cloud is told as. */
export function cloudSilence(error: unknown): Failure {
  const code = cloudCode(error);
  if (code === null) return silence(timedOut(error) ? 'CALL_TIMED_OUT' : 'NETWORK');
  return silence(cloudCodes[code] ?? 'SERVER_UNAVAILABLE');
}

const timedOut = (error: unknown): boolean =>
  /time ?out/i.test(String((error as { errMsg?: unknown } | null)?.errMsg ?? (error as Error | null)?.message ?? ''));

/** A request that brought no answer: the line is dead, or it waited too long. */
export const requestSilence = (error: unknown): Failure => silence(timedOut(error) ? 'CALL_TIMED_OUT' : 'NETWORK');

/**
 * An answer that is none of ours: a proxy's page, a portal's, an empty body. Nothing below 400 comes from our server in another shape, so
 * then something stands between us and it.
 */
export function statusSilence(status: number, retryAfter: number | null): Failure {
  if (status === 429 || status === 503) return silence('SERVER_BUSY', retryAfter);
  if (status === 504 || status === 408) return silence('CALL_TIMED_OUT', retryAfter);
  return silence(status >= 400 ? 'SERVER_UNAVAILABLE' : 'NETWORK', retryAfter);
}

/** Milliseconds until the server wants to be asked again, from `Retry-After` in seconds; at most a minute. A date in it is not read. */
export function retryAfterOf(headers: Readonly<Record<string, unknown>> | undefined): number | null {
  const [, value] = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after') ?? [];
  const seconds = Number(value);
  return value === undefined || !Number.isFinite(seconds) || seconds < 0 ? null : Math.min(seconds, 60) * 1000;
}
