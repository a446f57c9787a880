import { open, seal } from '../platform/crypto/seal';
import { later } from '../platform/pipeline';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';

/** Where a sealed value of an entry belongs; it opens nowhere else. */
export const sealedPlace = (entryId: string, field: string): string => `entry:${entryId}:${field}`;

export const memberPhoneField = (memberId: string): string => `member.${memberId}.phone`;

/** Keeps a personal value encrypted, beside the masked text that pages may show. Answers it as it then stands in the form. */
export async function putSealed(
  call: Call,
  entryId: string,
  field: string,
  value: { plain: string; masked: string },
): Promise<{ sealed: string; masked: string; setAt: number }> {
  const row = {
    sealed: seal(value.plain, call.home.keys[0], sealedPlace(entryId, field)),
    masked: value.masked,
    set_at: at(call.now),
  };
  await later(
    call.db,
    call.db
      .insertInto('sealed_value')
      .values({ subject_id: entryId, field, ...row })
      .onConflict((c) => c.columns(['subject_id', 'field']).doUpdateSet(row)),
  );
  return { sealed: row.sealed, masked: row.masked, setAt: call.now };
}

/** Opens a sealed value; the one who asks must have decided and logged that it may be seen. */
export const unseal = (call: Call, entryId: string, field: string, sealed: string): string =>
  open(sealed, call.home.keys, sealedPlace(entryId, field));

/** Where the copy that a submission froze belongs. */
export const frozenPlace = (entryId: string, n: number, field: string): string =>
  `entry:${entryId}:snapshot:${n}:${field}`;

/** `carried`: copied by a migration, as it was sealed for the live value. */
export type FrozenValue = { sealed: string; carried: boolean };

/** Opens a value that the n-th submission froze; the one who asks must have decided and logged that it may be seen. */
export const unsealFrozen = (call: Call, entryId: string, n: number, field: string, value: FrozenValue): string =>
  open(value.sealed, call.home.keys, value.carried ? sealedPlace(entryId, field) : frozenPlace(entryId, n, field));
