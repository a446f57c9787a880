/** Money is integer fen everywhere; only a page turns it into yuan, and never back. */
function digitsOf(fen: number, decimals: number): { sign: string; whole: string; part: string } {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in fen: ${fen}`);
  const digits = String(Math.abs(fen)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, -decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  return { sign: fen < 0 ? '-' : '', whole, part: digits.slice(-decimals) };
}

/** Fen as yuan, without the unit: 123450 → `1,234.50`. Throws RangeError unless given a safe integer. */
export function formatYuan(fen: number): string {
  const { sign, whole, part } = digitsOf(fen, 2);
  return `${sign}${whole}.${part}`;
}

/** Fen as ten thousands of yuan, exact and without the unit: 10 000 000 → `10`, 1 250 000 → `1.25`. */
export function formatWan(fen: number): string {
  const { sign, whole, part } = digitsOf(fen, 6);
  const shown = part.replace(/0+$/, '');
  return shown === '' ? `${sign}${whole}` : `${sign}${whole}.${shown}`;
}
