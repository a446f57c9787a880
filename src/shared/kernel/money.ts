/**
 * Fen as ten thousands of yuan, exact and without the unit: 10 000 000 → `10`, 1 250 000 → `1.25`. Money is integer fen everywhere; only
 * a page turns it into yuan, and never back. Throws RangeError unless given a safe integer.
 */
export function formatWan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in fen: ${fen}`);
  const digits = String(Math.abs(fen)).padStart(7, '0');
  const whole = digits.slice(0, -6).replace(/\B(?=(\d{3})+$)/g, ',');
  const part = digits.slice(-6).replace(/0+$/, '');
  return `${fen < 0 ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

/** Fen as yuan with both digits, without the unit: 1 064 583 → `10,645.83`. Throws RangeError unless given a safe integer. */
export function formatYuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in fen: ${fen}`);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}`;
}
