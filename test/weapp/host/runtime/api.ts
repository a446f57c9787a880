import { network } from './device';
import { Fault } from './privacy';

export type Options = {
  success?: (answer: object) => void;
  fail?: (fault: { errMsg: string }) => void;
  complete?: (answer: object) => void;
  [name: string]: unknown;
};

/** Tells the end of one call: through `success` and `fail`, or, when neither is given, by the promise. */
function settle(name: string, options: Options, work: Promise<unknown>): Promise<object | undefined> {
  const byCallback = options.success || options.fail || options.complete;
  return work.then(
    (told) => {
      const answer = { errMsg: `${name}:ok`, ...(told as object | undefined) };
      options.success?.(answer);
      options.complete?.(answer);
      return answer;
    },
    (error: unknown) => {
      const fault = {
        errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}`,
        ...(error instanceof Fault && { errno: error.errno }),
      };
      options.fail?.(fault);
      options.complete?.(fault);
      if (!byCallback) throw fault;
      return undefined;
    },
  );
}

/** Makes an API of WeChat's shape. */
export function api(name: string, work: (options: Options) => unknown) {
  return (options: Options = {}) => {
    const settled = settle(name, options, (async () => work(options))());
    return options.success || options.fail || options.complete ? undefined : settled;
  };
}

export function overNetwork(): void {
  if (!network.online()) throw new Error('the network is gone');
}

type Progress = { progress: number; totalBytesSent: number; totalBytesExpectedToSend: number };

/** A transfer in WeChat's shape: a task that tells its progress and can be given up, told through callbacks. */
export function transfer(name: string, work: (options: Options) => Promise<object>) {
  return (options: Options = {}) => {
    const listeners = new Set<(state: Progress) => void>();
    let giveUp: (error: Error) => void = () => undefined;
    const given = new Promise<never>((_, reject) => {
      giveUp = reject;
    });
    const tell = (progress: number) => {
      for (const listener of listeners) {
        listener({ progress, totalBytesSent: progress, totalBytesExpectedToSend: 100 });
      }
    };
    const run = async () => {
      // The app has its task only after this call returns.
      await Promise.resolve();
      overNetwork();
      tell(30);
      const answer = await work(options);
      overNetwork();
      tell(100);
      return answer;
    };
    const settled = settle(name, options, Promise.race([run(), given]));
    const task = {
      abort: () => giveUp(new Error('abort')),
      onProgressUpdate: (listener: (state: Progress) => void) => void listeners.add(listener),
      offProgressUpdate: (listener: (state: Progress) => void) => void listeners.delete(listener),
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
    };
    return options.success || options.fail || options.complete ? task : Object.assign(settled, task);
  };
}
