import { usccCheckChar } from '@shared/kernel/uscc';
import { addSearchRows } from '../../cloudfunctions/core/entry/search/keep-search';
import { searchRow } from '../../cloudfunctions/core/entry/search/search-row';
import { count, holds, ms, table } from './figures';
import { interleave, p50, p95, percentile, type Times, timesOf } from './samples';
import type { Stage } from './stage';

/** What somebody looks for, and how many entries of the city hold it. */
const asked: ReadonlyArray<readonly [q: string, what: string]> = [
  ['XH2025-141033-000016', 'a reference'],
  ['8123', 'a phone’s last four'],
  [usccOf(16), 'a credit code'],
  ['欧阳建国', 'a leader’s name, one in 143'],
  ['尉迟大海', 'a member’s name, one in 500'],
  ['香菇有限公司1', 'the name of an entity'],
  ['合作社', 'a word of one entity in twenty'],
  ['核桃', 'a word of two letters, one title in a hundred'],
  ['核桃香菇', 'a word of a title, one in a thousand'],
  ['项目', 'a word of every title'],
  ['蜂蜜 欧阳', 'two words, each in one of ten'],
  ['没有的词', 'a word of none'],
];
const readers = ['clerk-puxian-1', 'city'] as const;
export const searchHeading = '## A search over every entry';

/** The credit code of the i-th entry. */
function usccOf(i: number): string {
  const first17 = `91141033MA0${String(i).padStart(6, '0')}`;
  return first17 + usccCheckChar(first17);
}

const pick = <One>(from: readonly One[], i: number): One => from[i % from.length] as One;
const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '欧阳'];
const given = ['建国', '小明', '秀英', '志强', '桂兰', '海燕', '文博', '子涵', '春梅', '大海', '思远', '雪琴', '永胜'];
const goods = ['蜂蜜', '香菇', '药材', '面塑', '民宿', '杂粮', '菌种', '陶器', '剪纸', '花椒'];

/** Gives every entry of a stage what a submission would have been found by; names and goods repeat as they do in a county. */
export async function fillSearchRows({ filling }: Stage): Promise<void> {
  const entries = await filling
    .selectFrom('entry')
    .select(['id', 'region_id', 'reference'])
    .where('first_submitted_at', 'is not', null)
    .orderBy('id', 'desc')
    .execute();
  for (let from = 0; from < entries.length; from += 1000) {
    const rows = entries.slice(from, from + 1000).map(({ id, region_id: regionId, reference }, k) => {
      const i = from + k;
      const line = (field: string, value: string) => ({ field, label: field, value });
      const title = `${i % 100 === 0 ? '核桃' : pick(goods, i * 7)}${pick(goods, i * 3 + 1)}项目${i % 977}`;
      const phone = `199****${String((i * 7919) % 10_000).padStart(4, '0')}`;
      const leader = [line('name', `${pick(surnames, i)}${pick(given, i * 5)}`), line('phone', phone)];
      const entity = [line('name', `${pick(goods, i)}${i % 20 === 0 ? '合作社' : '有限公司'}${i % 3001}`)];
      const parts = [
        { section: 'leader', zh: '', lines: leader },
        { section: 'entity', zh: '', lines: entity },
      ];
      const name = `${i % 50 === 0 ? '尉迟' : pick(surnames, i * 3)}${pick(given, i * 7)}`;
      const members = [{ name }];
      parts.push({
        section: 'team',
        zh: '',
        lines: [line('member', `${name}，199****${String(i % 10_000).padStart(4, '0')}`)],
      });
      const submission = { parts, members };
      return searchRow({ entryId: id, regionId, reference, title, uscc: usccOf(i), recalled: false, submission });
    });
    await addSearchRows(filling, rows).execute();
  }
}

const nameOf = (reader: string, q: string): string => `search/${reader}/${q}`;

/** A first page of each search, through `serve`. */
export function measureSearch({ server }: Stage, rounds: number): Promise<Times> {
  const variants = readers.flatMap((reader) =>
    asked.map(([q]) => [nameOf(reader, q), () => server.ask<object>(reader, 'screening/search', { q })] as const),
  );
  return interleave(variants, rounds, 10, () => server.clock.pass(60_000));
}

/** The section of the page of figures. */
export function searchSection(size: number, times: Times): string {
  const rows = readers.flatMap((reader) =>
    asked.map(([q, what]) => {
      const samples = timesOf(times, nameOf(reader, q));
      const by = reader === 'city' ? 'the city' : 'a region';
      const fastest = percentile(samples, 0.1);
      return [what, by, `${ms(p50(samples))} / ${ms(p95(samples))}`, ms(fastest), holds(p50(samples) <= 5)];
    }),
  );
  return `${searchHeading}

The first page through \`serve\` at ${count(size)} entries, of all that were ever submitted in the regions that the reader serves. The fastest
tenth is what a search takes where the machine does little else.

${table(['looked for', 'by', 'serve', 'fastest tenth', '≤ 5 ms'], rows)}
`;
}
