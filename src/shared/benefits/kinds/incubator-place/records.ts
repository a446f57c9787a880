import type { Answers } from '../../../forms/question';
import { addDays } from '../../../kernel/shanghai';
import type { About, KindQuestion, MoveRecord } from '../../application/kind';
import { panelSize } from './marks';

const both = { applicant: 'value', operator: 'value' } as const;

const fits = (name: string, zh: string): KindQuestion => ({
  name,
  zh,
  hintZh: '',
  input: 'choice',
  choices: [
    { value: 'yes', zh: '是' },
    { value: 'no', zh: '否' },
  ],
  sight: both,
});

/** The conditions that the site looks at itself (rules §4, admission); whoever misses one is refused, with or without an award. */
const admission = [
  fits('young', '未注册，或注册未满 3 年'),
  fits('tradeFit', '符合基地产业方向'),
  fits('firstTime', '没有在其他基地享受同类扶持'),
  fits('creditOk', '查过失信名单，没有记录'),
  fits('safetyOk', '消防和环保可行'),
];

const markNames = Array.from({ length: panelSize }, (_, i) => `mark${i + 1}`);

const markQuestions: readonly KindQuestion[] = [
  ...markNames.map((name, i) => ({
    name,
    zh: `评审${'一二三'.charAt(i)}的分数`,
    hintZh: '0 至 100 分，与签字的评分表一致',
    input: 'number' as const,
    unit: 'marks' as const,
    sight: both,
  })),
];

/** The marks of a panel as they were entered. */
export const marksIn = (answers: Answers): number[] => markNames.map((name) => Number(answers[name]));

const judgeMarks = (answers: Answers): Record<string, string> =>
  Object.fromEntries(
    markNames.flatMap((name) => {
      const mark = answers[name];
      const fine = typeof mark === 'number' && Number.isInteger(mark) && mark >= 0 && mark <= 100;
      return fine || mark === undefined || mark === null ? [] : [[name, '请填写 0 至 100 的整数']];
    }),
  );

const marks: MoveRecord = { questions: markQuestions, judge: judgeMarks };

const agreementNumber: KindQuestion = {
  name: 'number',
  zh: '协议编号',
  hintZh: '与纸质协议一致',
  input: 'text',
  max: 40,
  sight: both,
};

/** An agreement begins at the latest so many days after it is signed. */
const mostAhead = 60;

const judgeBeginning = ({ from }: Answers, { today }: About): Record<string, string> =>
  typeof from === 'string' && (from < today || from > addDays(today, mostAhead))
    ? { from: `请选今天起 ${mostAhead} 天以内的日子` }
    : {};

/** A place that stands empty is warned of after so many days. */
const idleDays = 90;

const judgeIdle = ({ ground, since }: Answers, { today }: About): Record<string, string> =>
  ground === 'idle' && typeof since === 'string' && addDays(since, idleDays) > today
    ? { since: `闲置还不满 ${idleDays} 天` }
    : {};

/** Why somebody is asked to put things right or go. */
export const grounds = [
  { value: 'rent', zh: '欠租满 60 天' },
  { value: 'idle', zh: '闲置满 90 天' },
  { value: 'breach', zh: '违反协议或基地管理规定' },
] as const;

/** What moves are told besides a reason. */
export const records: Readonly<Record<string, MoveRecord>> = {
  pass: {
    questions: admission,
    judge: (answers) =>
      Object.fromEntries(
        admission.flatMap(({ name, zh }) =>
          answers[name] === 'no' ? [[name, `不符合“${zh}”的，请选“不予入驻”`]] : [],
        ),
      ),
  },
  admit: marks,
  failMark: marks,
  sign: {
    questions: [
      agreementNumber,
      { name: 'from', zh: '协议第一天', hintZh: '一般 12 个月', input: 'date', ahead: true, sight: both },
    ],
    judge: judgeBeginning,
    proposes: ({ today }) => ({ from: addDays(today, 1) }),
  },
  renew: { questions: [agreementNumber] },
  warn: {
    questions: [
      { name: 'ground', zh: '事由', hintZh: '', input: 'choice', choices: grounds, sight: both },
      {
        name: 'since',
        zh: '从哪天起',
        hintZh: '欠租按系统记录，不用改',
        input: 'date',
        sight: both,
        onlyIf: ({ ground }) => ground === 'idle',
      },
    ],
    judge: judgeIdle,
  },
};
