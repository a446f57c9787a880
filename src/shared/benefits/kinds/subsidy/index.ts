import type { Answers } from '../../../forms/question';
import { sealableAccount, sealableId, sealablePhone } from '../../../forms/sealing';
import type { FactName, FactValue } from '../../../policies/facts';
import type { ApplicationKind, MoveRecord } from '../../application/kind';
import { type Counted, type SubsidyItem, subsidyItems } from './items';
import { desks, lifecycleOf } from './lifecycle';
import { groupCodes, sectionsOf } from './questions';
import { clocks, partyIn, type states, stations } from './states';

const whole = (answer: unknown): number | null => (typeof answer === 'number' ? answer : null);
const said = (answer: unknown): boolean | undefined => (answer === 'yes' ? true : answer === 'no' ? false : undefined);

/** What an item's amount goes by, as it was answered. */
export const countedIn = (answers: Answers): Counted => ({
  people: whole(answers['business.people']),
  months: whole(answers['business.months']),
  years: whole(answers['business.years']),
});

/** A number that is typed and is none of these. */
const astray = (answers: Answers, place: string, zh: string, least: number, most: number) => {
  const value = answers[place];
  const fits = typeof value !== 'number' || (Number.isInteger(value) && value >= least && value <= most);
  return fits ? {} : { [place]: zh };
};

/** Beyond these somebody mistyped; how many count is the policy's to say. */
function judge(answers: Answers): Record<string, string> {
  const counted = countedIn(answers);
  const wrong = (name: keyof Counted, zh: string, most: number) => {
    const value = counted[name];
    return value !== null && (value < 1 || value > most || !Number.isInteger(value))
      ? { [`business.${name}`]: zh }
      : {};
  };
  return {
    ...wrong('people', '请填写人数，1 到 1000', 1_000),
    ...wrong('months', '请填写月数，1 到 600', 600),
    ...wrong('years', '请填写年数，1 到 50', 50),
    ...astray(answers, 'business.insuredMonths', '请填写整月数，没有填 0', 0, 600),
    ...astray(answers, 'person.graduationYear', '请填写四位数的年份，例如 2024', 1950, 2100),
  };
}

/** What the answers say to the rule of the item that is applied for. */
function facts(answers: Answers): Partial<Record<FactName, FactValue>> {
  const group = answers['person.keyGroup'];
  const { people } = countedIn(answers);
  const since = answers['business.registrationDate'];
  const told: Partial<Record<FactName, FactValue | undefined>> = {
    registered: true,
    registrationDate: typeof since === 'string' ? since : undefined,
    smallFirm: said(answers['business.smallFirm']),
    firstFounding: said(answers['person.firstFounding']),
    ...(typeof group === 'string' &&
      Object.fromEntries(groupCodes.map((code) => [`keyGroup.${code}`, code === group]))),
    graduationYear: whole(answers['person.graduationYear']) ?? undefined,
    insuredMonths: whole(answers['business.insuredMonths']) ?? undefined,
    ...(people !== null && { othersHired: people, newHiresEligible12m: people, hardToEmployHired: people }),
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

const amounts = { applicant: 'value', hr: 'value', city: 'value', auditor: 'value' } as const;

/** What it comes to: reckoned as it is handed in, and nobody's to type; the clock alone makes this move. */
const amount: MoveRecord = {
  reckonedZh: '应付金额',
  questions: [
    { name: 'amount', zh: '金额', hintZh: '', input: 'number', unit: 'yuan', optional: true, sight: amounts },
    { name: 'how', zh: '怎样算出', hintZh: '', input: 'text', max: 100, optional: true, sight: amounts },
  ],
};

/** The consent to one's name on the public list; without it the list covers it. */
export const publicName = (code: string): string => `${code}.publicName`;

const kindFor = (item: SubsidyItem): ApplicationKind => ({
  zh: `${item.zh}申报`,
  introZh: '在这里申报：人社窗口审核，付款前公示，没有疑问的由财政付款。金额按政策算，不用填写。不收任何费用。',
  policy: item.policy,
  sections: sectionsOf(item),
  seals: {
    'person.idNumber': sealableId,
    'person.phone': (typed) => sealablePhone(typed),
    'pay.account': (typed) => sealableAccount(typed),
  },
  identity: 'person.idNumber',
  slots: [
    {
      code: 'evidence',
      document: `${item.code}.evidence`,
      zh: '证明材料',
      hintZh: item.evidenceZh,
      kinds: ['jpg', 'png', 'pdf'],
      maxBytes: 10 * 1024 * 1024,
      sight: ['applicant', 'hr'],
      needed: () => true,
    },
  ],
  consents: [
    {
      kind: `${item.code}.hr`,
      zh: '同意向人社窗口提供信息',
      bodyZh:
        '只为办理本次申报提供，不作他用。办结或撤回后，人社窗口不再看到新的内容。送财政付款以前可以撤回申报；同意随时可以在“我的—我的授权”撤回，已送财政的照常付款。',
      required: true,
      version: '2026-11-28',
      receiverZh: '人社窗口',
      purposeZh: '审核申报',
      fieldsZh: '姓名、证件号、电话、经营主体、人员类别、证明材料',
      untilZh: '申报办结后按档案规定保存',
    },
    {
      kind: `${item.code}.finance`,
      zh: '同意向财政提供收款信息',
      bodyZh: '只为付款提供，不作他用。',
      required: true,
      version: '2026-11',
      receiverZh: '财政部门',
      purposeZh: '付款',
      fieldsZh: '收款户名、银行账号、统一社会信用代码、申报项目、金额',
      untilZh: '付款记录保存 10 年备查',
    },
    {
      kind: publicName(item.code),
      zh: '同意公示时显示姓名',
      bodyZh: '不同意的，公示时只显示姓，不影响办理。可以随时收回。',
      required: false,
      version: '2026-11',
      receiverZh: '公众',
      purposeZh: '付款前公示',
      fieldsZh: '姓名、申报项目',
      untilZh: '公示期满',
    },
  ],
  judge,
  facts,
  lifecycle: lifecycleOf(item.code),
  refusals: { SUBSIDIES_STACKED: '同类补贴不能重复享受' },
  room: 'subsidies',
  granted: ['paid'],
  submits: 'submit',
  supplies: ['fix'],
  returns: ['return'],
  leads: ['claim', 'list'],
  records: { batch: amount },
  party: partyIn,
  clocks,
  stations,
  desks,
  rank: ({ place, qualified }) => (place === 0 ? 1 : place !== null ? 2 : qualified ? 3 : 5),
});

/** A kind for each item, by its policy. */
export const subsidies: ReadonlyArray<{ item: SubsidyItem; kind: ApplicationKind }> = subsidyItems.map((item) => ({
  item,
  kind: kindFor(item),
}));

/** In which it was paid for good. */
export const paidState = 'paid' satisfies keyof typeof states;
