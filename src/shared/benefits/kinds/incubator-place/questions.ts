import type { Answers } from '../../../forms/question';
import { factOf } from '../../../policies/facts';
import type { KindSection } from '../../application/kind';
import { letTypes, placeTypes } from './place-types';

const both = { applicant: 'value', operator: 'value' } as const;
const covered = { applicant: 'masked', operator: 'masked' } as const;

const yesNo = [
  { value: 'no', zh: '没有' },
  { value: 'yes', zh: '有' },
] as const;

const hasFirm = (answers: Answers): boolean => answers.entityKind !== undefined && answers.entityKind !== 'none';

/** What the form asks (rules §4): what the entry holds already is filled in, and group proof is asked of nobody. */
export const sections: readonly KindSection[] = [
  {
    code: 'person',
    zh: '申报人',
    questions: [
      {
        name: 'name',
        zh: '姓名',
        hintZh: '与身份证一致',
        input: 'text',
        kind: 'name',
        max: 30,
        prefill: 'leader.name',
        sight: both,
      },
      {
        name: 'idNumber',
        zh: '身份证号',
        hintZh: '18 位，加密保存，查看都有记录',
        input: 'sealed',
        max: 18,
        sight: covered,
      },
      { name: 'phone', zh: '手机号', hintZh: '基地人员联系您用', input: 'sealed', max: 11, sight: covered },
    ],
  },
  {
    code: 'business',
    zh: '经营情况',
    questions: [
      {
        name: 'entityKind',
        zh: '经营主体类型',
        hintZh: '',
        input: 'choice',
        choices: factOf('entityKind').choices ?? [],
        sight: both,
      },
      {
        name: 'entityName',
        zh: '经营主体名称',
        hintZh: '与营业执照一致',
        input: 'text',
        max: 60,
        prefill: 'entity.name',
        sight: both,
        onlyIf: hasFirm,
      },
      {
        name: 'uscc',
        zh: '统一社会信用代码',
        hintZh: '营业执照上的 18 位代码',
        input: 'code',
        max: 18,
        prefill: 'entity.uscc',
        sight: both,
        onlyIf: hasFirm,
      },
      {
        name: 'registeredOn',
        zh: '营业执照成立日期',
        hintZh: '与营业执照一致',
        input: 'date',
        sight: both,
        onlyIf: hasFirm,
      },
      {
        name: 'about',
        zh: '做什么项目',
        hintZh: '做什么、卖给谁、现在做到哪一步',
        input: 'area',
        max: 1000,
        prefill: 'project.summary',
        sight: both,
      },
      {
        name: 'earlier',
        zh: '有没有在其他孵化基地入驻过',
        hintZh: '',
        input: 'choice',
        choices: yesNo,
        sight: both,
      },
      {
        name: 'earlierMonths',
        zh: '一共入驻过几个月',
        hintZh: '所有基地合计，最长几个月见基地页',
        input: 'number',
        unit: 'months',
        sight: both,
        onlyIf: ({ earlier }) => earlier === 'yes',
      },
    ],
  },
  {
    code: 'place',
    zh: '想要的位置',
    questions: [
      { name: 'operator', zh: '入驻哪个基地', hintZh: '', input: 'choice', chooses: 'operator', sight: both },
      {
        name: 'type',
        zh: '位置类型',
        hintZh: '',
        input: 'choice',
        choices: letTypes.map((value) => ({ value, zh: placeTypes[value].zh })),
        sight: both,
      },
      { name: 'people', zh: '几个人用', hintZh: '', input: 'number', sight: both },
      {
        name: 'safety',
        zh: '设备和用电',
        hintZh: '有没有明火、大功率设备、气味或噪声，没有写“无”',
        input: 'area',
        max: 300,
        sight: both,
      },
    ],
  },
];
