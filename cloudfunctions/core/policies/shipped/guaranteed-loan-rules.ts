import { type FactName, factOf } from '@shared/policies/facts';
import type { Parameter } from '@shared/policies/parameters';
import type { Rule } from '@shared/policies/rule';
import { heldTo, leavesOf, parametersOf } from './shipped-policy';

/** The ten key groups of the guaranteed loan; the upper end of age stands inside each group, since one has none. */
const workingAge = [
  'keyGroup.registered_unemployed',
  'keyGroup.hard_to_employ',
  'keyGroup.veteran',
  'keyGroup.released_prisoner',
  'keyGroup.graduate',
  'keyGroup.overcapacity_worker',
  'keyGroup.returning_migrant',
  'keyGroup.online_merchant',
  'keyGroup.rural_entrepreneur',
] as const satisfies readonly FactName[];

const groupZh = (fact: FactName): string => factOf(fact).zh.replace('是否属于', '');

/** What a person must be to take the loan (rules §3); times, overdue and other loans as the bank and the desk look at them. */
export function personRule(basis: string): Rule {
  const leaf = leavesOf(basis);
  const to = heldTo(basis);
  const adult = leaf('年满 16 周岁', 'age', 'min', 16);
  const allowed = ['student', 'poverty_microcredit', 'housing', 'car', 'consumer'];
  return {
    all: [
      {
        zh: '属于重点就业群体',
        any: [
          {
            zh: '在法定劳动年龄内的下列人员',
            all: [
              { any: workingAge.map((fact) => leaf(groupZh(fact), fact, 'is', true)) },
              adult,
              to('贷款期内不到法定退休年龄', 'retirementMonth', 'after', 'personMonths'),
            ],
          },
          {
            zh: '脱贫人口，不限年龄上限',
            all: [leaf('脱贫人口（含防止返贫监测对象）', 'keyGroup.out_of_poverty', 'is', true), adult],
          },
        ],
      },
      to('以前享受的次数没有用完', 'loanTimes', 'max', 'earlierTimes'),
      leaf('没有未还清的创业担保贷款', 'loanUnsettled', 'is', false),
      leaf('以前的创业担保贷款没有逾期', 'loanOverdueEver', 'is', false),
      leaf('同一笔贷款没有享受中央财政其他贴息', 'otherCentralSubsidy', 'is', false),
      leaf('没有规定以外的其他贷款', 'otherLoans', 'in', allowed),
      {
        zh: '小额消费贷款不超过限额',
        any: [
          leaf('没有小额消费贷款', 'otherLoans', 'notIn', ['consumer']),
          to('小额消费贷款余额', 'consumerLoanFen', 'max', 'consumerLoanFen'),
        ],
      },
      leaf('配偶没有规定以外的其他贷款', 'spouseOtherLoans', 'in', allowed),
    ],
  };
}

/** What a small firm must be: new staff of the key groups, and nothing owed to anybody. */
export function firmRule(basis: string): Rule {
  const leaf = leavesOf(basis);
  const to = heldTo(basis);
  return {
    all: [
      leaf('小型、微型企业', 'smallFirm', 'is', true),
      {
        zh: '近 12 个月新招用重点群体人员达到比例，并签 1 年以上劳动合同',
        any: [
          {
            all: [
              leaf('职工不超过 100 人', 'employees', 'max', 100),
              to('新招用比例', 'newHireShare', 'min', 'hireShareUpTo100'),
            ],
          },
          {
            all: [
              leaf('职工超过 100 人', 'employees', 'min', 101),
              to('新招用比例', 'newHireShare', 'min', 'hireShareOver100'),
            ],
          },
        ],
      },
      leaf('没有拖欠工资', 'wageArrears', 'is', false),
      leaf('没有欠缴社会保险费', 'insuranceArrears', 'is', false),
      to('以前享受的次数没有用完', 'loanTimes', 'max', 'earlierTimes'),
      leaf('以前的创业担保贷款没有逾期', 'loanOverdueEver', 'is', false),
    ],
  };
}

type Term = { docNo: string; from: string; to: string };
type Amounts = { personFen: number; firmFen: number; upTo100: number; over100: number };

/** The figures of the person's rule. */
export function personParameters({ docNo, from, to }: Term, { personFen }: Amounts): Parameter[] {
  const of = parametersOf(docNo, 'source', from, to);
  return [
    of('personCapFen', '个人最高额度', personFen),
    of('personMonths', '个人最长期限', 36),
    of('earlierTimes', '此前最多享受次数', 2),
    of('consumerLoanFen', '小额消费贷款限额', 5_000_000),
  ];
}

/** The figures of the firm's rule; shares in basis points. */
export function firmParameters({ docNo, from, to }: Term, { firmFen, upTo100, over100 }: Amounts): Parameter[] {
  const of = parametersOf(docNo, 'source', from, to);
  return [
    of('firmCapFen', '小微企业最高额度', firmFen),
    of('firmMonths', '小微企业最长期限', 24),
    of('earlierTimes', '此前最多享受次数', 2),
    of('hireShareUpTo100', '职工 100 人以内的新招用比例', upTo100),
    of('hireShareOver100', '职工超过 100 人的新招用比例', over100),
  ];
}
