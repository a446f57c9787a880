/**
 * A quotient to the nearest whole, a half up: how a bank rounds to the fen (rules §3). Exact for any size, so the power of an
 * annuity may be handed in. Numerator at least 0, denominator above 0.
 */
export const halfUp = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator));

/** So many basis points of an amount in fen, to the nearest fen, a half up. */
export const shareOf = (fen: number, bp: number): number => halfUp(BigInt(fen) * BigInt(bp), 10_000n);
