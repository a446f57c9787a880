import Taro from '@tarojs/taro';

type Log = { error(...words: unknown[]): void };

let log: Log | null | undefined;

/**
 * Tells WeChat's real-time log, which the operator reads in its console, that a call failed: what was asked, how it ended, after how
 * long. Never what somebody typed, nor who. Does nothing where there is no such log (a browser).
 */
export function tellOperator(path: string, code: string, ms: number): void {
  if (process.env.TARO_ENV !== 'weapp') return;
  log ??= (Taro as unknown as { getRealtimeLogManager?: () => Log }).getRealtimeLogManager?.() ?? null;
  log?.error('call failed', path, code, `${Math.round(ms / 100) / 10} s`);
}
