import type { Spent } from '../../core/platform/call-rate';
import type { Settings } from '../settings';

/** What a process that answers calls is told by the one that keeps the installation. */
export type ToChild =
  | { kind: 'begin'; settings: Settings; root: string; databaseUrl: string; connections: number; shift: number }
  /** The demo's clock is ahead by so many milliseconds; answered with `clockSet` and the same id. */
  | { kind: 'clock'; id: number; shift: number }
  /** What was asked for with `moveClock` is done, and what became due by it as well. */
  | { kind: 'clockMoved'; id: number; failed: boolean }
  /** What callers spent in the other processes. */
  | { kind: 'spent'; spent: Spent }
  | { kind: 'stop' };

/** What it tells that one. */
export type ToPrimary =
  /** It has loaded, and waits for `begin`. */
  | { kind: 'loaded' }
  | { kind: 'ready'; address: string }
  /** It cannot begin; a sentence for people. */
  | { kind: 'failed'; why: string; wrongSetting: boolean }
  /** Whole lines of the log, of which one process alone is the writer. */
  | { kind: 'log'; lines: string }
  /** A change left something in the outbox. */
  | { kind: 'wake' }
  | { kind: 'moveClock'; id: number; to: number | null }
  | { kind: 'clockSet'; id: number }
  | { kind: 'spent'; spent: Spent };
