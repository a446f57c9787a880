/** What lies beyond the screen: the test's own process answers, as the network, the cloud and the file chooser do. */
type Device = (asked: string) => Promise<string>;

const { askDevice } = window as unknown as { askDevice: Device };

/** It goes over as text: Playwright looks at each part of anything else four times, which cost a third of what the tests' process did. */
export async function ask<T>(kind: string, question: unknown): Promise<T> {
  const { answer } = JSON.parse(await askDevice(JSON.stringify({ kind, question }))) as { answer: T };
  return answer;
}

/** Reports what must not happen in a mini program; a test that goes on nevertheless fails at its end. */
export function report(fault: string): void {
  void ask('fault', fault);
}

let online = true;
const watchers = new Set<(state: { isConnected: boolean; networkType: string }) => void>();

export const network = {
  online: () => online,
  watch: (watcher: Parameters<typeof watchers.add>[0]) => void watchers.add(watcher),
  forget: (watcher?: Parameters<typeof watchers.add>[0]) => (watcher ? watchers.delete(watcher) : watchers.clear()),
  turn(on: boolean): void {
    online = on;
    for (const watcher of watchers) watcher({ isConnected: on, networkType: on ? 'wifi' : 'none' });
  },
};
