import { setTimeout as pause } from 'node:timers/promises';

/** How often a look is taken, and how long after a start that failed the next is made, in milliseconds. */
const lookMs = 500;

/**
 * Looks after a server and starts it again whenever it has died (killed by hand, or by the system for want of memory), as often as it takes.
 * @param runs whether it runs, in whatever state
 * @param start starts it again, at the same address; throws a sentence for people
 * @returns ends the care; a start under way is waited for
 */
export function keepRunning(server: {
  runs(): Promise<boolean>;
  start(): Promise<void>;
  say(line: string): void;
}): () => Promise<void> {
  const ended = new AbortController();

  async function look(): Promise<void> {
    if (await server.runs()) return;
    server.say('数据库意外停止，正在重新启动');
    await server.start();
    server.say('数据库已重新启动');
  }

  async function care(): Promise<void> {
    for (;;) {
      await pause(lookMs, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
      if (ended.signal.aborted) return;
      await look().catch((error: unknown) => server.say(error instanceof Error ? error.message : String(error)));
    }
  }

  const caring = care();
  return () => {
    ended.abort();
    return caring;
  };
}
