import { entryContract } from '@shared/entry/contract';
import { type Call, me } from '../call';
import { audit } from '../platform/audit';
import { at } from '../platform/schema';
import { procedure } from '../procedure';
import { Refused } from '../refused';
import { isOpen } from './editable';
import { type ConsentRow, readForm } from './form-state';
import { viewEntry } from './present-entry';
import { entryOf } from './subjects';

/**
 * Ticked and unticked consents, each with the version of the text that was shown. A consent that ends is closed, never
 * deleted. While the declaration is closed nothing can be given, and only what the review does not need can be withdrawn, at any time
 * (PIPL art. 15).
 */
export const giveConsents = procedure(entryContract.giveConsents, entryOf, async (call, input, head) => {
  const form = await readForm(call, head);
  const open = isOpen(form, 'declaration');
  const wanted: Record<string, boolean> = { sensitive: input.sensitive, publicDisplay: input.publicDisplay };
  for (const text of form.rules.blueprint.consents) {
    const standing = form.consents.filter((c) => c.kind === text.kind);
    const given = standing.some((c) => c.text_version === text.version);
    const wants = wanted[text.kind] ?? given;
    if (wants === given) continue;
    if (!open && (text.required || wants)) throw new Refused('ENTRY_SECTION_CLOSED');
    await withdraw(call, standing);
    if (wants) await give(call, head.entryId, text.kind, text.version);
    await audit(call, `entry:${head.entryId}`, 'entry/giveConsents', {
      kind: text.kind,
      version: text.version,
      given: wants,
    });
  }
  return viewEntry(call, head);
});

async function withdraw(call: Call, standing: readonly ConsentRow[]): Promise<void> {
  if (standing.length === 0) return;
  await call.db
    .updateTable('entry_consent')
    .set({ withdrawn_at: at(call.now) })
    .where(
      'id',
      'in',
      standing.map(({ id }) => id),
    )
    .execute();
}

async function give(call: Call, entryId: string, kind: string, version: string): Promise<void> {
  await call.db
    .insertInto('entry_consent')
    .values({
      id: call.newId(),
      entry_id: entryId,
      person_id: me(call),
      kind,
      text_version: version,
      given_at: at(call.now),
    })
    .execute();
}
