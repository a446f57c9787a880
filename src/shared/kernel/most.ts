/** Beyond these a number is a slip of the hand: people, months, times; money in fen. */
export const mostOf = { count: 1_000_000, money: 100_000_000_000 } as const;
export const tooMany = '数字太大，请核对';
