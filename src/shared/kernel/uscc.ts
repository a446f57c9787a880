import { ok, type Result, refuse } from './result';
import { typedCode } from './typed/typed';

/** The 31 characters of GB 32100-2015: no I, O, S, V, Z, which are misread. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character of the first 17 (GB 32100-2015): weights 3^i mod 31, complement to 31; a remainder of 0 gives 0. */
export function usccCheckChar(first17: string): string {
  let sum = 0;
  let weight = 1;
  if (first17.length !== 17) throw new RangeError('seventeen characters are needed');
  for (const character of first17) {
    const value = alphabet.indexOf(character);
    if (value < 0) throw new RangeError(`not a character of a credit code: ${character}`);
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Checks a unified social credit code: 18 characters and the check character. Gives it back plain. */
export function checkUscc(text: string): Result<string> {
  const code = typedCode(text).value;
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) {
    return refuse('USCC_FORMAT', '统一社会信用代码应为 18 位数字和大写字母，其中没有字母 I、O、S、V、Z');
  }
  if (usccCheckChar(code.slice(0, 17)) !== code.charAt(17)) {
    return refuse('USCC_CHECK_DIGIT', '统一社会信用代码有误，请对照营业执照逐位核对');
  }
  return ok(code);
}
