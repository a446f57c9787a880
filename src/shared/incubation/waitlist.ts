/** Somebody who waits for a place. `joinedAt`, in epoch milliseconds: when they applied, or went to the end of their rank. */
export type Waiting = {
  applicationId: string;
  rank: number;
  joinedAt: number;
  type: string;
  declined: readonly number[];
};

/** Who stands first: the better rank, then who came earlier (rules §4, priority). It orders and changes no criterion. */
export const inLine = (a: Waiting, b: Waiting): number =>
  a.rank - b.rank || a.joinedAt - b.joinedAt || (a.applicationId < b.applicationId ? -1 : 1);

/** Who is offered a free place: the first in line who wants its type and has not let this very place go before; undefined: nobody. */
export const nextInLine = (
  waiting: readonly Waiting[],
  place: { placeId: number; type: string },
): Waiting | undefined =>
  waiting.filter(({ type, declined }) => type === place.type && !declined.includes(place.placeId)).sort(inLine)[0];

/** Why somebody stands where they stand, in words, for those who are passed too. */
export const orderZh = '名次按优先档排，同档按申请时间排。优先只决定先后，入驻条件和评审分数线对所有人一样。';

/** The ranks in words (rules §4). */
export const rankZh: Readonly<Record<number, string>> = {
  1: '一等奖',
  2: '二、三等奖',
  3: '报名审核通过',
  4: '重点群体',
  5: '其他申请人',
};
