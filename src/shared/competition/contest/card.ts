import { checkOfficePhone } from '../../kernel/phone';

/** How people reach a region's contest, as it is typed; an empty string where it is not known yet. */
export type ContestCard = {
  /** The office, where it has a name of its own. */
  office: string;
  phone: string;
  address: string;
  /** Office hours in words. */
  hours: string;
  /** Where its projects are pitched. */
  venue: string;
};

export const cardFields = ['office', 'phone', 'address', 'hours', 'venue'] as const satisfies ReadonlyArray<
  keyof ContestCard
>;

export const cardZh: Readonly<Record<keyof ContestCard, string>> = {
  office: '受理单位',
  phone: '联系电话',
  address: '办公地址',
  hours: '办公时间',
  venue: '比赛场地',
};

/** How many characters each may have. */
export const cardMax: Readonly<Record<keyof ContestCard, number>> = {
  office: 40,
  phone: 30,
  address: 80,
  hours: 60,
  venue: 80,
};

/** The card with its phone number as it is kept, or what is wrong with it, field by field. Only the phone must be there: who can call can ask. */
export function judgeCard(
  card: ContestCard,
): { ok: true; card: ContestCard } | { ok: false; fields: Record<string, string> } {
  if (card.phone === '') return { ok: false, fields: { phone: '请填写联系电话，参赛者靠它找到工作人员' } };
  const phone = checkOfficePhone(card.phone);
  if (!phone.ok) return { ok: false, fields: { phone: phone.message } };
  return { ok: true, card: { ...card, phone: phone.value } };
}
