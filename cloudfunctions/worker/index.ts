/**
 * The cloud function `worker`: its timer fires every minute, now and then twice, and does whatever is due.
 */
import { areas } from '../core/areas';
import { openidOfCall } from '../core/rpc/cloud-caller';
import { demandFittingDatabase, openCloudHome } from '../core/rpc/cloud-home';
import { makeTick } from '../core/rpc/tick';

let tick: (() => Promise<void>) | null = null;

export async function main(
  _event: unknown,
  context: { callbackWaitsForEmptyEventLoop?: boolean; environment?: unknown } | undefined,
): Promise<{ ok: boolean }> {
  // A timer is nobody; a person has no business here. The function's rule keeps them out already (config/function-rules.json).
  const called = openidOfCall(context, process.env) !== null;
  if (context) context.callbackWaitsForEmptyEventLoop = false;
  if (called) return { ok: false };
  tick ??= await open();
  await tick();
  return { ok: true };
}

async function open(): Promise<() => Promise<void>> {
  const home = openCloudHome(process.env);
  try {
    await demandFittingDatabase(home);
  } catch (error) {
    await home.db.destroy();
    throw error;
  }
  return makeTick(home, areas);
}
