import { factOf } from '../../../policies/facts';
import type { KindSection } from '../../application/kind';
import { licenceQuestions, personQuestions } from '../../application/questions';
import type { SubsidyItem } from './items';

const seen = { applicant: 'value', hr: 'value', auditor: 'value' } as const;
const covered = { applicant: 'masked', hr: 'masked', auditor: 'masked' } as const;
/** To which group somebody belongs, and what tells it, is the desk's alone. */
const deskAlone = { applicant: 'value', hr: 'value' } as const;

const yesNo = [
  { value: 'yes', zh: '是' },
  { value: 'no', zh: '不是' },
] as const;

export const groupCodes = ['graduate', 'returning_migrant', 'hard_to_employ'] as const;
const groups = [
  ...groupCodes.map((value) => ({ value, zh: factOf(`keyGroup.${value}`).zh.replace('是否属于', '') })),
  { value: 'none', zh: '都不是' },
];

const number = (name: string, zh: string, hintZh: string) =>
  ({ name, zh, hintZh, input: 'number', sight: seen }) as const;
const people = number('people', '带动、招用几人', '按有证明的人数填');

/** What the amount goes by, of an item that is counted. */
const counted = {
  once: [],
  person: [people],
  personMonth: [people, number('months', '补贴几个月', '按有证明的月数填，最多计多少见政策')],
  year: [number('years', '补贴几年', '按有证明的年数填，最多计多少见政策')],
} as const;

/** The form of an item. */
export const sectionsOf = ({ per }: SubsidyItem): readonly KindSection[] => [
  {
    code: 'person',
    zh: '申报人',
    questions: [
      ...personQuestions(seen, covered, '窗口人员'),
      { name: 'keyGroup', zh: '属于哪类人员', hintZh: '', input: 'choice', choices: groups, sight: deskAlone },
      {
        ...number('graduationYear', '毕业年份', '例如 2024'),
        sight: deskAlone,
        onlyIf: ({ keyGroup }) => keyGroup === 'graduate',
      },
      { name: 'firstFounding', zh: '是不是第一次创业', hintZh: '', input: 'choice', choices: yesNo, sight: seen },
    ],
  },
  {
    code: 'business',
    zh: '经营主体',
    questions: [
      ...licenceQuestions(seen),
      { name: 'registrationDate', zh: '注册日期', hintZh: '营业执照上的成立日期', input: 'date', sight: seen },
      { name: 'smallFirm', zh: '是不是小型、微型企业', hintZh: '', input: 'choice', choices: yesNo, sight: seen },
      ...counted[per],
      number('insuredMonths', '已缴社保几个月', '没有填 0'),
    ],
  },
  {
    code: 'pay',
    zh: '收款账户',
    questions: [
      { name: 'payee', zh: '收款户名', hintZh: '与经营主体或本人姓名一致', input: 'text', max: 60, sight: seen },
      { name: 'account', zh: '银行账号', hintZh: '加密保存，只用于付款', input: 'sealed', max: 40, sight: covered },
    ],
  },
];
