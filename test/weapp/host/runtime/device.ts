/** What lies beyond the screen: the test's own process answers, as the network, the cloud and the file chooser do. */
type Device = (kind: string, question: unknown) => Promise<unknown>;

const { askDevice } = window as unknown as { askDevice: Device };

export async function ask<T>(kind: string, question: unknown): Promise<T> {
  return (await askDevice(kind, question)) as T;
}

/** Reports what must not happen in a mini program; a test that goes on nevertheless fails at its end. */
export function report(fault: string): void {
  void askDevice('fault', fault);
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
