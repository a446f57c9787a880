import { entryContract } from '@shared/entry/contract';
import { personalConsent } from '@shared/entry/personal-consent';
import { settleConsents } from '../../forms/consents';
import { procedure } from '../../rpc/procedure';
import { entryOf } from '../subjects';
import { viewEntry } from '../views/present-entry';
import { isOpen } from './editable';
import { forgetLeader } from './forget-sealed';
import { readForm } from './form-state';
import { sealedOwner } from './sealed-owner';

/** The leader's consents, open as long as the declaration is. What was kept for one that ends is deleted with it (PIPL art. 15, 47). */
export const giveConsents = procedure(entryContract.giveConsents, entryOf, async (call, input, head) => {
  const form = await readForm(call, head);
  const ended = await settleConsents(call, sealedOwner(head.entryId), {
    texts: form.rules.blueprint.consents,
    consents: form.consents,
    wanted: { sensitive: input.sensitive, publicDisplay: input.publicDisplay },
    open: isOpen(form, 'declaration'),
  });
  if (ended.includes(personalConsent)) await forgetLeader(call, head.entryId);
  return viewEntry(call, head);
});
