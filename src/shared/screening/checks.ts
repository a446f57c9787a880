import { type Refusal, refuse } from '../kernel/result';

/** A list that a clerk looks a leader and an entity up in, where to look, and whether approval waits for it (rules §2.2 CREDIT, §2.10). */
export type Check = {
  code: string;
  zh: string;
  /** The public register, in words and by its address. */
  linkZh?: string | undefined;
  url?: string | undefined;
  required: boolean;
};

const executions = { linkZh: '中国执行信息公开网', url: 'https://zxgk.court.gov.cn' };
const enterprises = { linkZh: '国家企业信用信息公示系统', url: 'https://www.gsxt.gov.cn' };
const credit = { linkZh: '信用中国', url: 'https://www.creditchina.gov.cn' };

/** The four lists that the declaration names. */
export const fourLists: readonly Check[] = [
  { code: 'dishonestDebtor', zh: '失信被执行人名单', ...executions, required: false },
  { code: 'seriousViolation', zh: '严重违法失信名单', ...enterprises, required: false },
  { code: 'abnormalOperation', zh: '经营异常名录', ...enterprises, required: false },
  { code: 'wageArrears', zh: '拖欠农民工工资失信名单', ...credit, required: false },
];

/** What is to be looked up in an edition: its own list, or the four, for none of which approval waits. */
export const checksOf = ({ checks }: { checks?: readonly Check[] | undefined }): readonly Check[] =>
  checks ?? fourLists;

/** How a list was found, by its code: the last time that somebody looked. */
export type Looked = { code: string; clear: boolean };

const named = (checks: readonly Check[]): string => checks.map(({ zh }) => `“${zh}”`).join('、');

/**
 * Refuses an approval while a list that the edition requires was not looked through, or somebody stands in it.
 * @param looked every look, the last one last
 */
export function refuseUnchecked(checks: readonly Check[], looked: readonly Looked[]): Refusal | null {
  const required = checks.filter((check) => check.required);
  const last = (code: string) => [...looked].reverse().find((look) => look.code === code);
  const missing = required.filter(({ code }) => last(code) === undefined);
  if (missing.length > 0) return refuse('SCREENING_UNCHECKED', `请先登记核查结果：${named(missing)}`);
  const listed = required.filter(({ code }) => last(code)?.clear === false);
  if (listed.length === 0) return null;
  return refuse('SCREENING_LISTED', `${named(listed)}登记为“已列入”，不能通过。已移出名单的，请重新核查登记`);
}

const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** “四项名单均未列入”: one act for all that is to be looked up. */
export const allClearZh = (count: number): string => `${numerals[count] ?? count}项名单均未列入`;

/** Pictures of what was found: one of each look. */
export const checkSlots = [
  {
    code: 'picture',
    zh: '核查截图',
    hintZh: '照片或 PDF，不超过 10 MB，仅工作人员可见',
    kinds: ['jpg', 'png', 'pdf'],
    maxBytes: 10 * 1024 * 1024,
  },
];
