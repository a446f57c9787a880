import type { Question } from '../forms/question';
import { type PaperKind, paperKindOf, papers } from '../kernel/identity-paper';
import type { SectionName } from './sections';

/** One question of the form. */
export type Field = Question & {
  /** Where its answers come from, when they are not its own: the edition, mostly. */
  from?: 'tracks' | 'groups' | 'regions' | 'papers';
  /** Asked only where the edition takes other papers than the card, or only of papers that tell no birth date. */
  onlyIf?: 'otherPapers' | 'noBirthDate';
  /** Asked only where that number of the same part is above 0. */
  onlyAbove0?: string;
};

/**
 * Key groups of the guaranteed loan policy (rules §3); asked here only so that a policy can find the person later. Those that tell of health, release or
 * need (就业困难, 残疾, 刑满释放, 低保) are asked by the application that needs them, and by nothing else.
 */
export const keyGroups = [
  { value: 'none', zh: '不属于以下群体' },
  { value: 'graduate', zh: '高校毕业生（含大学生村官、留学回国学生）' },
  { value: 'veteran', zh: '退役军人' },
  { value: 'returning_migrant', zh: '返乡创业农民工' },
  { value: 'registered_unemployed', zh: '城镇登记失业人员' },
  { value: 'out_of_poverty', zh: '脱贫人口（含防止返贫监测对象）' },
  { value: 'rural_entrepreneur', zh: '农村自主创业农民' },
  { value: 'online_merchant', zh: '网络商户' },
  { value: 'overcapacity_worker', zh: '化解过剩产能企业职工和失业人员' },
] as const;

export const fieldsOf: Readonly<Record<SectionName, readonly Field[]>> = {
  project: [
    { name: 'title', zh: '项目名称', hintZh: '最多 40 个字，与路演时一致', input: 'text', max: 40 },
    {
      name: 'trackCode',
      zh: '赛道',
      hintZh: '按项目做的事选一类，每个项目只能报一个赛道',
      input: 'choice',
      from: 'tracks',
    },
    {
      name: 'groupCode',
      zh: '组别',
      hintZh: '未注册的报创意组，已注册的按注册时间选',
      input: 'choice',
      from: 'groups',
    },
    { name: 'summary', zh: '一句话简介', hintZh: '做什么、给谁用，最多 200 个字', input: 'area', max: 200 },
    {
      name: 'description',
      zh: '项目介绍',
      hintZh: '产品或服务、客户、现状、下一步，最多 3000 个字',
      input: 'area',
      max: 3000,
    },
    {
      name: 'claimsIp',
      zh: '项目使用了专利、商标、著作权等知识产权',
      hintZh: '选“是”时需上传专利证书、商标证或授权书',
      input: 'switch',
    },
  ],
  leader: [
    { name: 'name', zh: '负责人姓名', hintZh: '与证件一致', input: 'text', kind: 'name', max: 30 },
    {
      name: 'idKind',
      zh: '证件类型',
      hintZh: '居民身份证以外的证件由审核人员核对',
      input: 'choice',
      from: 'papers',
      onlyIf: 'otherPapers',
    },
    { name: 'idNumber', zh: '身份证号', hintZh: '只用于核对年龄和身份，加密保存，不公开', input: 'sealed', max: 18 },
    {
      name: 'birthDate',
      zh: '出生日期',
      hintZh: '与证件一致，用于核对年龄',
      input: 'date',
      onlyIf: 'noBirthDate',
    },
    {
      name: 'phone',
      zh: '联系电话',
      hintZh: '手机号，或带区号的座机；用于核对身份和联系您，加密保存，不公开',
      input: 'sealed',
      max: 11,
    },
    {
      name: 'founderRole',
      zh: '在项目中的身份',
      hintZh: '负责人应是项目发起人或主要成员',
      input: 'choice',
      choices: [
        { value: 'first_founder', zh: '项目发起人' },
        { value: 'core_member', zh: '主要成员' },
      ],
    },
    {
      name: 'keyGroup',
      zh: '是否属于重点就业群体',
      hintZh: '选填，用于查找您可享受的扶持政策，不影响审核。属于其他群体的，申请政策时再填写',
      input: 'choice',
      choices: keyGroups,
      optional: true,
    },
  ],
  entity: [
    { name: 'name', zh: '经营主体名称', hintZh: '公司、合作社或个体户的名称，与营业执照一致', input: 'text', max: 60 },
    { name: 'uscc', zh: '统一社会信用代码', hintZh: '营业执照上的 18 位代码', input: 'code', max: 18 },
    { name: 'registrationDate', zh: '营业执照成立日期', hintZh: '照抄营业执照上的“成立日期”', input: 'date' },
    { name: 'address', zh: '营业执照住所', hintZh: '照抄营业执照上的“住所”或“经营场所”', input: 'text', max: 100 },
    {
      name: 'regionId',
      zh: '注册地所在县（市、区）',
      hintZh: '按地址推荐，可以更改；开发区内的请选开发区',
      input: 'choice',
      from: 'regions',
    },
  ],
  team: [],
  jobs: [
    { name: 'direct', zh: '预计直接带动就业（人）', hintZh: '在本单位领工资的人，不含负责人', input: 'number' },
    {
      name: 'directBasis',
      zh: '直接就业的依据',
      hintZh: '例如：合作社现有 12 人，明年再招 5 人',
      input: 'area',
      max: 200,
      onlyAbove0: 'direct',
    },
    { name: 'indirect', zh: '预计间接带动就业（人）', hintZh: '订单农户、加盟、上下游等', input: 'number' },
    {
      name: 'indirectBasis',
      zh: '间接就业的依据',
      hintZh: '例如：与 20 户农户签有收购协议',
      input: 'area',
      max: 200,
      onlyAbove0: 'indirect',
    },
    {
      name: 'insured',
      zh: '目前已缴社保的员工（人）',
      hintZh: '大于 0 时请上传社保缴费证明，没有填 0',
      input: 'number',
    },
  ],
  materials: [],
  declaration: [
    {
      name: 'typedName',
      zh: '负责人签名',
      hintZh: '请输入负责人姓名，表示本人确认以上承诺',
      input: 'text',
      kind: 'name',
      max: 30,
    },
    { name: 'agreed', zh: '我已阅读并承诺以上内容', hintZh: '', input: 'switch' },
  ],
};

export const isSealedField = (section: SectionName, field: string): boolean =>
  fieldsOf[section].some(({ name, input }) => name === field && input === 'sealed');

/**
 * The questions that are asked of this form, in their order: those about papers only where they concern somebody, the number under the
 * name that it has on the chosen paper.
 * @param taken the papers that the edition takes
 */
export function askedFields(
  section: SectionName,
  data: Readonly<Record<string, unknown>>,
  taken: readonly PaperKind[],
): readonly Field[] {
  // Nobody states the basis of a number that is 0.
  if (section !== 'leader') {
    return fieldsOf[section].filter(({ onlyAbove0 }) => onlyAbove0 === undefined || Number(data[onlyAbove0]) > 0);
  }
  const paper = papers[paperKindOf(data.idKind, taken)];
  return fieldsOf.leader
    .filter(
      ({ onlyIf }) => onlyIf === undefined || (onlyIf === 'otherPapers' ? taken.length > 1 : !paper.tellsBirthDate),
    )
    .map((field) => (field.name === 'idNumber' ? { ...field, zh: paper.numberZh, hintZh: paper.hintZh } : field));
}
