import type { PartShape } from '../part-field';
import { templateList } from '../template-files';

const awardGrades = [
  { value: 'city', zh: '市级' },
  { value: 'county', zh: '县级' },
];

/** What winners get. */
export const awardsShape: PartShape = {
  fields: [
    { path: 'fund.zh', zh: '资金名称', hintZh: '没有公布资金的不填', input: 'text', max: 60 },
    { path: 'fund.fen', zh: '资金总额', input: 'money', unit: '元' },
    { path: 'fund.noteZh', zh: '资金说明', hintZh: '出自哪里、用来做什么', input: 'area', max: 400, empty: 'blank' },
    {
      path: 'loanRuleZh',
      zh: '贷款政策文号',
      hintZh: '创业担保贷款按哪个文件办理',
      input: 'text',
      max: 400,
      empty: 'absent',
    },
  ],
  lists: [
    {
      path: 'awards',
      zh: '奖项',
      key: 'code',
      empty: 'absent',
      fields: [
        { path: 'zh', zh: '名称', input: 'text', max: 60 },
        { path: 'places', zh: '每个县（市、区）', input: 'number', unit: '个', empty: 'absent' },
        {
          path: 'grade',
          zh: '奖项级别',
          hintZh: '以证书盖章单位为准，没有定的不选',
          input: 'choice',
          choices: awardGrades,
          empty: 'absent',
        },
      ],
    },
    {
      path: 'winnersGet',
      zh: '获奖后能得到什么',
      key: null,
      empty: 'absent',
      fields: [
        { path: 'zh', zh: '名称', hintZh: '首页上最多四项，每项一个数', input: 'text', max: 60 },
        { path: 'leadZh', zh: '数字前的话', hintZh: '例如“最高”', input: 'text', max: 60 },
        { path: 'figureZh', zh: '数字', input: 'text', max: 60 },
        { path: 'unitZh', zh: '单位', input: 'text', max: 60 },
        { path: 'sourceZh', zh: '依据', hintZh: '文件名称和文号', input: 'text', max: 400 },
        { path: 'policy', zh: '对应的政策', hintZh: '政策页里的代码', input: 'text', max: 60 },
      ],
    },
  ],
  optional: ['fund'],
};

/** What people read before they enter. */
export const guideShape: PartShape = {
  fields: [
    {
      path: 'guide.rulesZh',
      zh: '大赛规则',
      hintZh: '全文，最多 4000 个字',
      input: 'area',
      max: 4000,
      empty: 'blank',
    },
  ],
  lists: [
    {
      path: 'guide.faq',
      zh: '常见问题',
      key: null,
      fields: [
        { path: 'q', zh: '问题', input: 'text', max: 400 },
        { path: 'a', zh: '回答', input: 'area', max: 1000 },
      ],
    },
    {
      path: templateList,
      zh: '模板文件',
      key: 'uploadId',
      fields: [{ path: 'name', zh: '名称', hintZh: '参赛者在办事指南里看到的名字', input: 'text', max: 60 }],
    },
  ],
};
