import { type ApplicationTerm, applicationTerms, calendarTerms } from '../../application-clocks';
import { reminderKinds } from '../../reminders/kinds';
import type { PartField, PartShape } from '../part-field';

const signatures = [
  { value: 'none', zh: '不需要' },
  { value: 'rejection', zh: '不予通过时需要' },
  { value: 'all', zh: '每个决定都需要' },
];
const policySecond = [
  { value: 'needed', zh: '由另一位市级统筹人员发布' },
  { value: 'none', zh: '送签人自己可以发布' },
];
const awardSecond = [
  { value: 'needed', zh: '由另一位市级统筹人员确认' },
  { value: 'none', zh: '送签人自己可以确认' },
];
const days = '个工作日';
const workdays = (code: string, zh: string, hintZh: string): PartField => ({
  path: `clocks.${code}`,
  zh,
  hintZh,
  input: 'number',
  unit: days,
});

/** How long a review may take, and who signs. */
export const clocksShape: PartShape = {
  fields: [
    workdays('firstReview', '初次审核', '从提交起'),
    workdays('correction', '补正', '从退回起，参赛者改好再提交'),
    workdays('reReview', '复审', '从补正后提交起'),
    workdays('feedback', '答复投诉建议', '从收到起'),
    ...Object.entries(applicationTerms).map(
      ([code, zh]): PartField => ({
        ...workdays(code, zh, '不填的，按系统里的演示天数'),
        ...(calendarTerms.includes(code as ApplicationTerm) && { unit: '天（日历天，末日遇休息日顺延）' }),
        empty: 'absent',
      }),
    ),
    {
      path: 'signatures',
      zh: '复核签字',
      hintZh: '由另一位审核负责人签字，没有的由市级统筹人员签字',
      input: 'choice',
      choices: signatures,
      empty: 'absent',
    },
    {
      path: 'policySecond',
      zh: '政策由谁发布',
      hintZh: '一位市级统筹人员送签后由谁发布；不选的，由另一位发布',
      input: 'choice',
      choices: policySecond,
      empty: 'absent',
    },
    {
      path: 'awardSecond',
      zh: '获奖名单由谁确认',
      hintZh: '一位市级统筹人员送签后由谁确认公布；不选的，由另一位确认',
      input: 'choice',
      choices: awardSecond,
      empty: 'absent',
    },
  ],
  lists: [],
};

/** Who is reminded of what, and when. */
export const remindersShape: PartShape = {
  fields: [],
  lists: [
    {
      path: 'reminders',
      zh: '提醒',
      key: 'code',
      fields: [
        { path: 'zh', zh: '名称', hintZh: '只在这里看到', input: 'text', max: 60 },
        {
          path: 'kind',
          zh: '提醒什么、提醒谁',
          hintZh: '只在 8:00 到 21:00 提醒，一个人有几件的合成一条',
          input: 'choice',
          choices: reminderKinds,
        },
        { path: 'days', zh: '提前或超过', hintZh: '填 0 就是最后一天当天', input: 'number', unit: '天' },
      ],
      empty: 'absent',
      emptyZh:
        '不填的，报名截止前 3 天和 1 天、补正期限前 1 天、审核时限前 1 天和超过 1 天、申报期限前 2 天、申报超办理时限 1 天、政策到期前 15 天各提醒一次',
    },
  ],
};

/** What a review finds fault with and looks up. */
export const reasonsShape: PartShape = {
  fields: [],
  lists: [
    {
      path: 'returnReasons',
      zh: '理由',
      key: 'code',
      fields: [
        { path: 'zh', zh: '告诉参赛者的话', input: 'area', max: 400 },
        { path: 'section', zh: '关于报名表的哪一部分', input: 'choice', from: 'sections' },
      ],
    },
    {
      path: 'checks',
      zh: '核查的名单',
      key: 'code',
      fields: [
        { path: 'zh', zh: '名单名称', input: 'text', max: 60 },
        { path: 'linkZh', zh: '在哪里查', input: 'text', max: 60, empty: 'absent' },
        { path: 'url', zh: '网址', hintZh: '以 https:// 开头', input: 'text', max: 200, empty: 'absent' },
        { path: 'required', zh: '登记结果后才能通过', input: 'switch' },
      ],
      empty: 'absent',
      emptyZh: '不填的，按失信被执行人、严重违法失信、经营异常、拖欠农民工工资四项名单核查',
    },
  ],
};
