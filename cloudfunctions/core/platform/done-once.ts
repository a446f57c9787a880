import type { Call } from '../call';
import { me } from '../call';
import { Refused } from '../refused';
import { equality } from './crypto/equality';
import { canonicalJson } from './crypto/hash';
import { open, seal } from './crypto/seal';
import { at } from './schema';

/**
 * Runs a change once for a person's key. A twin that arrives meanwhile waits on the key's row and gets the same answer;
 * the same key with other input is refused; a refusal rolls the row back, so it is not kept (conventions, Doing a thing once).
 * Throws Refused KEY_REUSED.
 */
export async function doOnce(
  call: Call,
  key: string,
  path: string,
  input: unknown,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const personId = me(call);
  // Keyed: the input may be an ID number alone, which a plain hash would give away to anyone who tries them all.
  const inputHash = equality(canonicalJson(input), 'done-once', call.home.keys[0]);
  const place = `done-once:${personId}:${key}`;
  const mine = await call.db
    .insertInto('done_once')
    .values({ person_id: personId, key, procedure: path, input_hash: inputHash, answer: null, at: at(call.now) })
    .onConflict((c) => c.columns(['person_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!mine) {
    const earlier = await call.db
      .selectFrom('done_once')
      .select(['procedure', 'input_hash', 'answer'])
      .where('person_id', '=', personId)
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    if (earlier.procedure !== path || earlier.input_hash !== inputHash) throw new Refused('KEY_REUSED');
    return JSON.parse(open(earlier.answer ?? '', call.home.keys, place));
  }
  const answer = await run();
  await call.db
    .updateTable('done_once')
    .set({ answer: seal(JSON.stringify(answer), call.home.keys[0], place) })
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .execute();
  return answer;
}
