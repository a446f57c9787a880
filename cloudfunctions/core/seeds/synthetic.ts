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
/** Given names made of words of the land, which read as names and are hardly anybody's. As many as share no factor with the surnames. */
const given =
  '晋禾 汾川 塬青 岭秋 槐安 麦冬 山月 云汾 春塬 柏川 静岭 秋禾 晓汾 永塬 立岭 书禾 文汾 志岭 建塬 玉川 素禾 雨岭 兰汾 若塬 明川 向禾 海岭 惠塬 柳川 杏禾 松汾 远岭 平川 新禾 星塬'.split(
    ' ',
  );

/** The n-th synthetic person's name: a surname and words of the land (rules §12); that all are made up is said with the edition. */
export const syntheticName = (n: number): string => `${surnames[n % surnames.length]}${given[n % given.length]}`;

const brands =
  '塬上 汾源 青岭 槐香 暖阳 春耕 邻里 百草 麦垛 老窑 鹿鸣 云丘 石榴 向阳 山野 晨露 归燕 同心 杏花 长坡 泉水 柿子 南塬 北岭 河湾 小院 大树 禾下 金穗 雁行 夏至 谷雨 白露 燕归 桐荫 安居 采薇 知秋 惠风 明月 远山'.split(
    ' ',
  );

const things: Record<string, readonly string[]> = {
  modern_services: words(
    '社区团餐配送 农村电商服务站 同城维修平台 婚庆摄影工作室 企业财税代办 冷链快送 民宿托管 汽车上门养护 亲子托育 短途货运拼车 二手家电回收',
  ),
  rural_revitalisation: words(
    '核桃深加工 玉露香梨种植 林下养鸡 连翘中药材基地 有机小米 设施蔬菜合作社 养蜂合作社 槐花蜜加工 黑木耳栽培 手工粉条坊 土豆良种繁育',
  ),
  silver_economy: words(
    '社区助餐点 居家适老改造 康复护理站 老年大学网课 助浴上门服务 陪诊服务 适老食品 记忆照护之家 银发旅居 辅具租赁 老人手机课堂',
  ),
  digital_city: words(
    '智慧停车 城市管网监测 数字政务导办 社区安防云 燃气泄漏预警 路灯节能管理 充电桩运维 垃圾分类小程序',
  ),
  livelihood: words('家政培训 残疾人就业工坊 便民菜篮 月嫂之家 小修小补驿站 理发进村 童装改制 共享厨房'),
  heritage_creative: words('剪纸文创 威风锣鼓研学 木版年画工坊 面塑体验馆 布老虎手作 皮影小剧场 麦秆画工坊 土布新衣'),
  green_economy: words('光伏运维 秸秆综合利用 节水灌溉 果枝基质加工 废旧农膜回收 沼气服务队 林下药材套种 煤矸石制砖'),
  smart_manufacturing: words('智能分拣设备 焊接机器人 数控改造 汽配检测线 激光修复 包装机械手 车间数据看板 模具快修'),
  advanced_manufacturing: words('储能变流器 矿用传感器 精密铸件 新型滤材 电机再制造 耐磨衬板 特种电缆 液压支架维修'),
  micro_audiovisual: words('竖屏短剧 方言动漫 非遗短片 直播代运营 影视道具共享 县城宣传片 有声书 旅拍剪辑'),
};

function words(list: string): string[] {
  return list.split(' ');
}

const brandOf = (n: number): string => brands[n % brands.length] ?? '';

/** A synthetic project's title in a track: two of an edition differ, since no list of things shares a factor with that of brands. */
export function syntheticTitle(trackCode: string, n: number): string {
  const names = things[trackCode] ?? ['创业项目'];
  return `${brandOf(n)}${names[n % names.length]}`;
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
