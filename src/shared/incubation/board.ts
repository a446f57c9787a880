/** So far an operator's board counts who waits, and no further: a site has fewer places than that, and beyond it a figure helps nobody. */
export const boardCountsUpTo = 200;

/**
 * A figure of the board in words: “12 件”, “200 件以上”.
 * @param unit 件, 位
 */
export const boardCountZh = (count: number, unit: string): string =>
  count >= boardCountsUpTo ? `${boardCountsUpTo} ${unit}以上` : `${count} ${unit}`;
