import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a database that can be spoiled: cut, frozen, or broken at a chosen message. */
export type SpoilableLine = {
  /** The database's address by way of this line. */
  url: string;
  /** Nothing more comes back, and nobody is told. */
  freeze(): void;
  /** Every connection ends at once; new ones are refused until `heal`. */
  cut(): void;
  heal(): void;
  /** The n-th message from now breaks its connection, before or after it reached the database. */
  breakAt(n: number, when: 'before' | 'after'): void;
  /** Messages that went out since `breakAt`. */
  sent(): number;
  close(): Promise<void>;
};

/** Opens a line on this machine to the database at `url`. */
export async function openSpoilableLine(url: string): Promise<SpoilableLine> {
  const target = new URL(url);
  const pairs = new Set<[Socket, Socket]>();
  let frozen = false;
  let shut = false;
  let spoil: { at: number; when: 'before' | 'after' } | null = null;
  let sent = 0;

  const server = createServer((near) => {
    if (shut) {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const side of pair) side.on('error', end).on('close', end);
    near.on('data', (bytes) => {
      if (frozen) return;
      sent += 1;
      const now = spoil !== null && spoil.at === sent ? spoil.when : null;
      if (now === 'before') return end();
      far.write(bytes);
      // Long enough for the database to have done it; its answer is lost.
      if (now === 'after') {
        far.removeAllListeners('data');
        far.once('data', end);
      }
    });
    far.on('data', (bytes) => {
      if (!frozen) near.write(bytes);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const here = new URL(url);
  // Not by a socket file (test/support/postgres.ts).
  here.searchParams.delete('host');
  here.hostname = '127.0.0.1';
  here.port = String((server.address() as AddressInfo).port);
  const cutAll = () => {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  return {
    url: here.toString(),
    freeze: () => {
      frozen = true;
    },
    cut: () => {
      shut = true;
      cutAll();
    },
    heal: () => {
      frozen = false;
      shut = false;
      spoil = null;
    },
    breakAt: (n, when) => {
      sent = 0;
      spoil = { at: n, when };
    },
    sent: () => sent,
    async close() {
      cutAll();
      await new Promise((closed) => server.close(closed));
    },
  };
}
