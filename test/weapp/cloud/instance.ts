/**
 * One instance of a cloud function, in a process of its own: loads the built function and answers one
 * call after the other. `WX_OPENID` is set anew for each call that somebody makes, and left there for the next.
 */
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';
import type { Told, Wanted } from './wire';

const [script = '', startAt = '', compiled = ''] = process.argv.slice(2);
let shift = Number(startAt) - Date.now();
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...args: [] | [number | string]) {
    if (args.length === 0) super(Real.now() + shift);
    else super(...(args as [number]));
  }
  static override now() {
    return Real.now() + shift;
  }
} as DateConstructor;

type Function = { main(event: unknown, context: { callbackWaitsForEmptyEventLoop: boolean }): Promise<unknown> };

/** What `require` does, with what was compiled before (compile.ts): half of what a start costs. */
function load(path: string): Function {
  const known = new Script(Module.wrap(readFileSync(path, 'utf8')), {
    filename: path,
    cachedData: readFileSync(compiled),
  });
  const made = { exports: {} as Function };
  known.runInThisContext()(made.exports, Module.createRequire(path), made, path, dirname(path));
  return made.exports;
}
const { main } = load(script);

process.on('message', async ({ event, openid, now }: Wanted) => {
  shift = now - Real.now();
  // An instance that is used again may keep an older call's openid: only what this call names counts.
  process.env.WX_CONTEXT_KEYS = openid === null ? 'WX_APPID' : 'WX_APPID,WX_OPENID';
  if (openid !== null) process.env.WX_OPENID = openid;
  const context = { callbackWaitsForEmptyEventLoop: true };
  const answering = main(event, context);
  // Another call's caller may be set while this one still runs: what was not read before the first await is lost.
  process.env.WX_OPENID = 'somebody-else';
  process.env.WX_CONTEXT_KEYS = 'WX_APPID,WX_OPENID';
  try {
    const told: Told = { result: await answering, waits: context.callbackWaitsForEmptyEventLoop };
    process.send?.(told);
  } catch (error) {
    const told: Told = { fault: error instanceof Error ? String(error.stack) : String(error) };
    process.send?.(told);
  }
});
process.send?.('ready');
