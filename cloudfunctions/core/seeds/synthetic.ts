import { checkDigitOf } from '@shared/kernel/resident-id';
import { usccCheckChar } from '@shared/kernel/uscc';

/** A small deterministic generator (mulberry32): the same seed gives the same demo on every machine. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The n-th synthetic ID number: address code 141000 is a prefecture's and is issued to nobody, the check digit is valid,
 * so the validator passes and no real person can match (rules §12).
 */
export function syntheticIdNumber(n: number): string {
  const year = 1966 + (n % 38);
  const month = 1 + (n % 12);
  const day = 1 + (n % 28);
  const birth = `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
  const first17 = `141000${birth}${String(n % 1000).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
}

/** The n-th synthetic phone number, of a range kept for fixtures. */
export const syntheticPhone = (n: number): string => `1990000${String(n % 10_000).padStart(4, '0')}`;

/** The n-th synthetic credit code of a company of the region, with a valid check character. */
export function syntheticUscc(n: number): string {
  const first17 = `91141000MA0${String(n).padStart(6, '0')}`;
  return first17 + usccCheckChar(first17);
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';

/** A placeholder, never a person's name: “演示赵001”. */
export const syntheticName = (n: number): string => `演示${surnames[n % surnames.length]}${String(n).padStart(3, '0')}`;

const things: Record<string, readonly string[]> = {
  modern_services: ['社区团餐配送', '农村电商服务站', '同城维修平台', '婚庆摄影工作室', '企业财税代办', '冷链快送'],
  rural_revitalisation: [
    '核桃深加工',
    '玉露香梨种植',
    '林下养鸡',
    '中药材连翘基地',
    '小米品牌',
    '设施蔬菜合作社',
    '养蜂合作社',
    '槐花蜜加工',
  ],
  silver_economy: ['社区助餐点', '居家适老改造', '康复护理站', '老年大学网课', '助浴上门服务'],
  digital_city: ['智慧停车', '城市管网监测', '数字政务导办', '社区安防云'],
  livelihood: ['家政培训', '残疾人就业工坊'],
  heritage_creative: ['剪纸文创', '威风锣鼓研学', '木版年画工坊', '面塑体验馆'],
  green_economy: ['光伏运维', '秸秆综合利用', '节水灌溉', '果枝基质加工'],
  smart_manufacturing: ['智能分拣设备', '钢结构焊接机器人', '数控改造', '汽配检测线'],
  advanced_manufacturing: ['储能变流器', '矿用传感器', '精密铸件', '新型滤材', '电机再制造'],
  micro_audiovisual: ['竖屏短剧', '方言动漫', '非遗短片', '直播代运营', '影视道具共享'],
};

/** A synthetic project's title in a track. */
export function syntheticTitle(trackCode: string, regionZh: string, n: number): string {
  const names = things[trackCode] ?? ['创业项目'];
  return `${regionZh}${names[n % names.length]}项目${String(n).padStart(3, '0')}（演示）`;
}

/**
 * Splits a total over weights by the largest remainder; every part is at least 1.
 * @returns integers that add up to the total
 */
export function share(total: number, weights: readonly number[]): number[] {
  const spare = total - weights.length;
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((w) => (spare * w) / sum);
  const parts = exact.map(Math.floor);
  const left = spare - parts.reduce((a, b) => a + b, 0);
  const order = exact.map((x, i) => ({ i, rest: x - Math.floor(x) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1;
  return parts.map((p) => p + 1);
}
