import { checkOfficePhone } from '../../kernel/phone';

/** Where an organisation is reached: which desk, its phone and address; a desk, not a person. */
export type OrganisationContact = { deskZh: string; phone: string; addressZh: string };

/** A contact with its phone as it is kept, or what is wrong with it, field by field. Nothing of it has to be there; a desk without a phone helps nobody. */
export function judgeContact(
  typed: OrganisationContact,
): { ok: true; contact: OrganisationContact } | { ok: false; fields: Record<string, string> } {
  const { deskZh, phone, addressZh } = typed;
  if (phone === '')
    return deskZh === '' && addressZh === ''
      ? { ok: true, contact: typed }
      : { ok: false, fields: { phone: '请填写电话，申报人靠它找到办理部门' } };
  const checked = checkOfficePhone(phone);
  return checked.ok
    ? { ok: true, contact: { ...typed, phone: checked.value } }
    : { ok: false, fields: { phone: checked.message } };
}
