/** What somebody brings along to a line: what they won (`place` on the ladder, 0 the highest; null: nothing), whether they took part, whether they are of a key group. */
export type Brought = { place: number | null; participating: boolean; keyGroup: boolean };

/** Where somebody stands in a line, 1 first; among equals whoever asked earlier. It orders and changes no criterion. */
export const rankOf = ({ place, participating, keyGroup }: Brought): number =>
  place !== null ? 1 : participating ? 2 : keyGroup ? 3 : 4;

/** What gave a place in line, in words. */
export const rankZh: Readonly<Record<number, string>> = { 1: '获奖者', 2: '参赛者', 3: '重点群体', 4: '按报名时间' };

/** Said to everybody, those who are passed above all. */
export const orderZh = '候补按获奖者、参赛者、重点群体、报名时间的顺序排。顺序只决定先后，报名条件和结业要求人人一样。';
