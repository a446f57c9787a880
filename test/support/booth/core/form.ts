import { sealablePhone } from '@shared/forms/sealing';
import { type FormOwner, sectionClosed } from '../../../../cloudfunctions/core/forms/form-owner';
import { type FormRows, readForm } from '../../../../cloudfunctions/core/forms/form-rows';
import type { Call } from '../../../../cloudfunctions/core/rpc/call';
import { isOpen } from '../shared/lifecycle';
import { type BoothSection, boothQuestions } from '../shared/questions';
import type { BoothSubject } from '../shared/subject';

export type BoothForm = FormRows<BoothSection> & { booth: BoothSubject };

/** The form of a booth: its asker's, while nobody has answered. */
export const boothForm: FormOwner<BoothSection, BoothForm> = {
  kind: 'booth',
  sections: boothQuestions,
  closed: (_call, { booth }) => (isOpen(booth) ? null : sectionClosed),
  seals: { 'stall.phone': sealablePhone },
};

export const readBoothForm = (call: Call, booth: BoothSubject): Promise<BoothForm> =>
  readForm(call, booth.boothId, booth.askerId, { booth });
