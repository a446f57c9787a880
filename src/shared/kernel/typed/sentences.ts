/** Beside a text that is longer than it may be: how many characters it has, and how many are too many. */
export const tooLong = (max: number, has: number): string =>
  `最多 ${max} 个字，现在 ${has} 个字，请删去 ${has - max} 个字`;

/** Beside prose that holds an identity number, which belongs into its own field only. */
export const noIdNumberHere = '请不要在这里填写身份证号，删去后再保存';

/** The code under which a call with such a text is refused. */
export const textHasIdNumber = 'TEXT_HAS_ID_NUMBER';

/** Beside a day that was not chosen, or that does not exist. */
export const noSuchDay = (text: string): string => (text === '' ? '请选择日期' : '没有这一天，请重新选择');
