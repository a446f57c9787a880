import type { ProcedureMeta } from '@shared/kernel/contract';
import { sql } from 'kysely';
import type { Call } from '../rpc/call';
import { me } from '../rpc/call';
import { Refused } from '../rpc/refused';
import { equality } from './crypto/equality';
import { canonicalJson } from './crypto/hash';
import { open, seal } from './crypto/seal';
import { standing } from './identity';
import { ahead, later } from './pipeline';
import type { SealedColumn } from './rekey';
import { at } from './schema';

type Act = {
  key: string;
  /** `<area>/<procedure>` */
  path: string;
  input: unknown;
  meta: ProcedureMeta;
  /** Finds and locks what the act is about and asks access; throws the refusal. Answers what then does the act. */
  admit(): Promise<() => Promise<unknown>>;
};

/** Where the answer of an act is sealed. */
const answerPlace = (personId: string, key: string): string => `done-once:${personId}:${key}`;

export const sealedAnswers: SealedColumn = {
  table: 'done_once',
  column: 'answer',
  key: { person_id: 'uuid', key: 'text' },
  place: (row: { person_id: string; key: string }) => answerPlace(row.person_id, row.key),
};

/**
 * Runs a change once for a person's key. Access is asked before anything else, of a replay too: a right that was lost meanwhile opens
 * no stored answer. A twin that arrives meanwhile waits on the key's row and gets the same answer; the same
 * key with other input is refused; a refusal rolls the row back, so it is not kept (conventions, Doing a thing once).
 * The row is written for an account that stands, which is held with it until the transaction ends: whoever closes theirs waits for what they are
 * about elsewhere, and what comes behind that is refused as a visitor's (`holdLeaver`).
 * @returns the answer; undefined for a replay of an act that ended its maker's access
 * Throws Refused KEY_REUSED, UNAUTHENTICATED.
 */
export async function doOnce(call: Call, act: Act): Promise<unknown> {
  const { key, path, meta } = act;
  const personId = me(call);
  // Keyed: the input may be an ID number alone, which a plain hash would give away to anyone who tries them all.
  const inputHash = equality(canonicalJson(act.input), 'done-once', call.home.equalityKey);
  const place = answerPlace(personId, key);
  const fits = (row: { procedure: string; input_hash: string }) =>
    row.procedure === path && row.input_hash === inputHash;
  const earlier = () =>
    call.db
      .selectFrom('done_once')
      .select(['procedure', 'input_hash', 'answer'])
      .where('person_id', '=', personId)
      .where('key', '=', key)
      .executeTakeFirst();

  // It travels with what finds and locks the subject; a refusal takes the row back.
  const claimed = await ahead(
    call.db,
    call.db
      .insertInto('done_once')
      .columns(['person_id', 'key', 'procedure', 'input_hash', 'at'])
      .expression(
        sql`select p.id, ${key}, ${path}, ${inputHash}, ${at(call.now)}::timestamptz from ${standing(personId)} p`,
      )
      .onConflict((c) => c.columns(['person_id', 'key']).doNothing())
      .returning('key'),
  );
  const isFirst = async () => (await claimed()).length > 0;
  let run: () => Promise<unknown>;
  try {
    run = await act.admit();
  } catch (refusal) {
    if (!(refusal instanceof Refused) || (await isFirst())) throw refusal;
    const done = await earlier();
    if (!done) throw new Refused('UNAUTHENTICATED');
    if (meta.endsAccess && fits(done)) return undefined;
    throw refusal;
  }
  if (!(await isFirst())) {
    const done = await earlier();
    if (!done) throw new Refused('UNAUTHENTICATED');
    if (!fits(done)) throw new Refused('KEY_REUSED');
    return meta.answersAnew ? run() : JSON.parse(open(done.answer ?? '', call.home.keys, place));
  }
  const answer = await run();
  if (meta.answersAnew) return answer;
  await later(
    call.db,
    call.db
      .updateTable('done_once')
      .set({ answer: seal(JSON.stringify(answer), call.home.keys[0], place) })
      .where('person_id', '=', personId)
      .where('key', '=', key),
  );
  return answer;
}
