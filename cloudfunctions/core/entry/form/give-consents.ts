import { entryContract } from '@shared/entry/contract';
import { personalConsent } from '@shared/entry/personal-consent';
import { endConsents, giveConsent, isGiven } from '../../forms/consents';
import { audit } from '../../platform/audit/audit';
import { me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { entryOf } from '../subjects';
import { viewEntry } from '../views/present-entry';
import { isOpen } from './editable';
import { forgetLeader } from './forget-sealed';
import { readForm } from './form-state';

/**
 * Ticked and unticked consents, each with the version of the text that was shown. A consent that ends is closed, never
 * deleted; what was kept for it is deleted with it (PIPL art. 15, 47) and asked again. While the declaration is closed nothing can be given,
 * and only what the review does not need can be withdrawn, at any time.
 */
export const giveConsents = procedure(entryContract.giveConsents, entryOf, async (call, input, head) => {
  const form = await readForm(call, head);
  const open = isOpen(form, 'declaration');
  const wanted: Record<string, boolean> = { sensitive: input.sensitive, publicDisplay: input.publicDisplay };
  for (const text of form.rules.blueprint.consents) {
    const wants = wanted[text.kind];
    const stands = form.consents.some((c) => c.kind === text.kind);
    if (wants === undefined || wants === (wants ? isGiven(form.consents, text) : stands)) continue;
    if (!open && (text.required || wants)) throw new Refused('ENTRY_SECTION_CLOSED');
    if (stands) await endConsents(call, head.entryId, me(call), text.kind);
    if (wants) await giveConsent(call, head.entryId, text);
    else if (text.kind === personalConsent) await forgetLeader(call, head.entryId);
    await audit(call, `entry:${head.entryId}`, 'entry/giveConsents', {
      kind: text.kind,
      version: text.version,
      given: wants,
    });
  }
  return viewEntry(call, head);
});
