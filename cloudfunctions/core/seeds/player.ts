import { makeUuidV7 } from '@shared/kernel/id';
import { fileOwnersOf } from '../files/file-owner';
import { receiveUpload } from '../files/receive-upload';
import type { AnyArea } from '../line/area';
import { openSession } from '../platform/identity';
import { at } from '../platform/schema';
import { makeUploadToken } from '../platform/storage/upload-token';
import type { StreamingHome } from '../rpc/home';
import { makeServe } from '../rpc/serve';
import { syntheticName } from './synthetic';

/** Plays the demo through the product's own procedures, at instants of its choosing. */
export type Player = {
  home: StreamingHome;
  /** A second player with a clock of its own. */
  another(): Player;
  /** Sets the instant at which the next call arrives; each call then takes one second. */
  setTime(ms: number): void;
  /** Calls as a person; throws when the answer is a refusal. */
  ask<T = Record<string, unknown>>(personId: string, path: string, input: unknown): Promise<T>;
  newPerson(n: number): Promise<string>;
  /** Sends bytes as `beginUpload` told to send them. */
  store(uploadId: string, token: string, bytes: Buffer): Promise<void>;
};

/** @param real the home that serves later; its database, keys and storage are used, its clock is not */
export function makePlayer(real: StreamingHome, areas: readonly AnyArea[]): Player {
  let time = real.now();
  let keys = 0;
  const name = Buffer.from(real.random(6)).toString('hex');
  const home: StreamingHome = {
    ...real,
    now: () => time,
    uploadRoute: (upload) => ({
      kind: 'multipart',
      url: '',
      fields: { token: makeUploadToken(upload, real.keys) },
    }),
    wake: () => undefined,
  };
  const serve = makeServe(home, areas);
  const sessions = new Map<string, string>();
  return {
    home,
    another: () => makePlayer(home, areas),
    setTime: (ms) => {
      time = ms;
    },
    async ask<T>(personId: string, path: string, input: unknown): Promise<T> {
      time += 1000;
      keys += 1;
      // Sessions of the demo's making live for this seeding only.
      const token = sessions.get(personId) ?? (await openSession(home.db, personId, real.now(), home.random));
      sessions.set(personId, token);
      const { body } = await serve({
        path,
        input,
        key: `seed-${name}-${keys}`,
        credential: { kind: 'session', token },
        caller: 'seed',
      });
      if (!body.ok) throw new Error(`${path}: ${JSON.stringify(body.error)}`);
      return body.data as T;
    },
    async newPerson(n) {
      const id = makeUuidV7(time, home.random(10));
      await home.db
        .insertInto('person')
        .values({
          id,
          openid: null,
          persona: null,
          display_name: syntheticName(n),
          phone_sealed: null,
          phone_masked: null,
          created_at: at(time),
        })
        .execute();
      return id;
    },
    async store(uploadId, token, bytes) {
      const { body } = await receiveUpload(home, fileOwnersOf(areas), { uploadId, token, source: one(bytes) });
      if (!body.ok) throw new Error(`A sample was not received: ${JSON.stringify(body.error)}`);
    },
  };
}

async function* one(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}
