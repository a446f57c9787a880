import type { KindSection } from '../../application/kind';
import { firmQuestions, hasFirm, personQuestions } from '../../application/questions';
import { letTypes, placeTypes } from './place-types';

const both = { applicant: 'value', operator: 'value' } as const;
const covered = { applicant: 'masked', operator: 'masked' } as const;

const yesNo = [
  { value: 'no', zh: '没有' },
  { value: 'yes', zh: '有' },
] as const;

/** What the form asks (rules §4): what the entry holds already is filled in, and group proof is asked of nobody. */
export const sections: readonly KindSection[] = [
  {
    code: 'person',
    zh: '申报人',
    questions: [...personQuestions(both, covered, '基地人员')],
  },
  {
    code: 'business',
    zh: '经营情况',
    questions: [
      ...firmQuestions(both),
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
