import { type RawBuilder, sql } from 'kysely';
import { open, seal } from '../platform/crypto/seal';
import type { Db } from '../platform/db';
import { later } from '../platform/pipeline';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';

/** Whose values: a subject with its kind, of which the place of everything sealed is made. */
export type Owner = { readonly kind: string; readonly id: string };

/** Where a sealed value of a subject belongs; it opens nowhere else. */
export const sealedPlace = ({ kind, id }: Owner, field: string): string => `${kind}:${id}:${field}`;

/** Keeps a personal value encrypted, beside the masked text that pages may show. Answers it as it then stands in the form. */
export async function putSealed(
  call: Call,
  owner: Owner,
  field: string,
  value: { plain: string; masked: string },
): Promise<{ sealed: string; masked: string; setAt: number }> {
  const row = {
    sealed: seal(value.plain, call.home.keys[0], sealedPlace(owner, field)),
    masked: value.masked,
    set_at: at(call.now),
  };
  await later(
    call.db,
    call.db
      .insertInto('sealed_value')
      .values({ subject_id: owner.id, field, ...row })
      .onConflict((c) => c.columns(['subject_id', 'field']).doUpdateSet(row)),
  );
  return { sealed: row.sealed, masked: row.masked, setAt: call.now };
}

/** Opens a sealed value; the one who asks must have decided and logged that it may be seen. */
export const unseal = (call: Call, owner: Owner, field: string, sealed: string): string =>
  open(sealed, call.home.keys, sealedPlace(owner, field));

/** Where the copy that a submission froze belongs. */
export const frozenPlace = ({ kind, id }: Owner, n: number, field: string): string =>
  `${kind}:${id}:snapshot:${n}:${field}`;

/** `carried`: copied by a migration, as it was sealed for the live value. */
export type FrozenValue = { sealed: string; carried: boolean };

/** Opens a value that the n-th submission froze; the one who asks must have decided and logged that it may be seen. */
export const unsealFrozen = (call: Call, owner: Owner, n: number, field: string, value: FrozenValue): string =>
  open(value.sealed, call.home.keys, value.carried ? sealedPlace(owner, field) : frozenPlace(owner, n, field));

/** A value as it stands, to be frozen: `setAt` in milliseconds. */
export type LiveValue = { field: string; sealed: string; masked: string; setAt: number };

/** Copies sealed values for the n-th submission, sealed anew for it alone: what is typed later is not its reader's. */
export async function freezeSealed(call: Call, owner: Owner, n: number, live: readonly LiveValue[]): Promise<void> {
  if (live.length === 0) return;
  const rows = live.map(({ field, sealed, masked, setAt }) => ({
    subject_id: owner.id,
    n,
    field,
    sealed: seal(unseal(call, owner, field, sealed), call.home.keys[0], frozenPlace(owner, n, field)),
    masked,
    set_at: at(setAt),
  }));
  await later(call.db, call.db.insertInto('snapshot_sealed').values(rows));
}

/** Is anything sealed kept of a subject, or of a submission of it? */
export const holdsSealed = (subjectId: RawBuilder<unknown>) => sql`(
  exists (select from sealed_value v where v.subject_id = ${subjectId})
  or exists (select from snapshot_sealed v where v.subject_id = ${subjectId}))`;

/** Deletes what was sealed of these subjects, with the copies that submissions froze: all of it, or the fields of that beginning. */
export async function forgetValues(db: Db, subjectIds: readonly string[], beginning = ''): Promise<void> {
  await db
    .deleteFrom('sealed_value')
    .where('subject_id', 'in', subjectIds)
    .where('field', 'like', `${beginning}%`)
    .execute();
  await db
    .deleteFrom('snapshot_sealed')
    .where('subject_id', 'in', subjectIds)
    .where('field', 'like', `${beginning}%`)
    .execute();
}

/** Deletes the copies of one field, where the value itself stands elsewhere and is gone. */
export async function forgetFrozen({ db }: Call, subjectId: string, field: string): Promise<void> {
  await db.deleteFrom('snapshot_sealed').where('subject_id', '=', subjectId).where('field', '=', field).execute();
}
