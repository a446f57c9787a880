import { checkResidentId, maskResidentId } from './resident-id';
import { ok, type Result, refuse } from './result';
import { isDate } from './shanghai';
import { typedCode } from './typed/typed';

/** The papers by which a person may be known. Which of them an edition takes is its own data. */
export const paperKinds = [
  'resident_id',
  'passport',
  'hk_macao_permit',
  'taiwan_permit',
  'hmt_residence_permit',
] as const;
export type PaperKind = (typeof paperKinds)[number];

type Paper = {
  zh: string;
  numberZh: string;
  hintZh: string;
  /** The number tells the birth date; of others it is asked. */
  tellsBirthDate: boolean;
};

export const papers: Record<PaperKind, Paper> = {
  resident_id: {
    zh: '居民身份证',
    numberZh: '身份证号',
    hintZh: '只用于核对年龄和身份，加密保存，不公开',
    tellsBirthDate: true,
  },
  passport: {
    zh: '护照',
    numberZh: '护照号码',
    hintZh: '护照资料页上的号码，加密保存，不公开',
    tellsBirthDate: false,
  },
  hk_macao_permit: {
    zh: '港澳居民来往内地通行证',
    numberZh: '通行证号码',
    hintZh: '字母 H 或 M 加 8 位数字，加密保存，不公开',
    tellsBirthDate: false,
  },
  taiwan_permit: {
    zh: '台湾居民来往大陆通行证',
    numberZh: '通行证号码',
    hintZh: '8 位数字，加密保存，不公开',
    tellsBirthDate: false,
  },
  hmt_residence_permit: {
    zh: '港澳台居民居住证',
    numberZh: '居住证号码',
    hintZh: '以 81、82 或 83 开头的 18 位号码，加密保存，不公开',
    tellsBirthDate: true,
  },
};

const shapes: Partial<Record<PaperKind, { shape: RegExp; wrong: string }>> = {
  passport: { shape: /^(?=.*\d)[A-Z0-9]{5,17}$/, wrong: '护照号码应为 5 至 17 位字母和数字' },
  // The permit for residents of Hong Kong and Macao: one letter, eight digits, on older ones two more for the issue.
  hk_macao_permit: { shape: /^[HM]\d{8}(\d{2})?$/, wrong: '通行证号码应为字母 H 或 M 加 8 位数字' },
  // Eight digits, on the older booklet two more for the issue.
  taiwan_permit: { shape: /^\d{8}(\d{2})?$/, wrong: '通行证号码应为 8 位数字' },
};

/**
 * Checks the number of a paper by the rules of its kind. Gives it plain, in upper case; the two digits of issue, which change
 * when a permit is renewed, are left off, so that one person stays one.
 * @param onDate today in Shanghai, `YYYY-MM-DD`
 */
export function checkPaperNumber(kind: PaperKind, text: string, onDate: string): Result<string> {
  const rule = shapes[kind];
  if (rule) {
    const number = typedCode(text).value;
    if (!rule.shape.test(number)) return refuse('PAPER_NUMBER_FORMAT', rule.wrong);
    return ok(kind === 'passport' ? number : number.replace(/^([HM]?\d{8})\d{2}$/, '$1'));
  }
  const id = checkResidentId(text, onDate);
  if (!id.ok) return kind === 'resident_id' ? id : refuse(id.code, id.message.replace(/身份证/g, '居住证'));
  if (kind === 'hmt_residence_permit' && !/^8[123]/.test(id.idNumber)) {
    return refuse('PAPER_NUMBER_FORMAT', '港澳台居民居住证号码以 81、82 或 83 开头，请核对证件类型');
  }
  return ok(id.idNumber);
}

/**
 * The holder's birth date, `YYYY-MM-DD`: from a checked number where papers of its kind tell it, else as it was asked for; null while it is not known.
 */
export function birthDateBy(kind: PaperKind, number: string | null, asked: string): string | null {
  if (!papers[kind].tellsBirthDate) return isDate(asked) ? asked : null;
  return number && `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** `1426**********0012`, `H1*****78`: enough to recognise one's own by. */
export function maskPaperNumber(kind: PaperKind, number: string): string {
  if (papers[kind].tellsBirthDate) return maskResidentId(number);
  const shown = number.length < 8 ? 1 : 2;
  return `${number.slice(0, shown)}${'*'.repeat(number.length - 2 * shown)}${number.slice(-shown)}`;
}

/** By what two papers are one: the kind and the number; numbers of eighteen digits are one row of numbers, whatever the card. */
export const paperIdentity = (kind: PaperKind, number: string): string =>
  papers[kind].tellsBirthDate ? number : `${kind}:${number}`;

/** What a form holds of the kind; nothing, or a kind that the edition does not take, is the resident's card. */
export function paperKindOf(value: unknown, taken: readonly PaperKind[]): PaperKind {
  return taken.find((kind) => kind === value) ?? 'resident_id';
}

/** The kind of a paper by its name, as submissions are frozen in words; what has no name there is the resident's card. */
export const paperNamed = (zh: string): PaperKind => paperKinds.find((kind) => papers[kind].zh === zh) ?? 'resident_id';
