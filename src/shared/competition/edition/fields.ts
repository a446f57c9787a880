import { papers } from '../../kernel/identity-paper';
import type { PartName } from '../parts';
import { materialsShape } from './materials-shape';
import type { PartField, PartShape } from './part-field';

const signatures = [
  { value: 'none', zh: '不需要' },
  { value: 'rejection', zh: '不予通过时需要' },
  { value: 'all', zh: '每个决定都需要' },
];
const days = '个工作日';
const workdays = (code: string, zh: string, hintZh: string): PartField => ({
  path: `clocks.${code}`,
  zh,
  hintZh,
  input: 'number',
  unit: days,
});

/** What there is to fill in of an edition, part by part, in the order of the page. */
export const partShapes: Readonly<Record<PartName, PartShape>> = {
  basics: {
    fields: [
      { path: 'nameZh', zh: '大赛名称', hintZh: '例如“2027 年星火项目创业大赛”', input: 'text', max: 60 },
      { path: 'year', zh: '年度', hintZh: '项目编号以年度开头，发布后不能再改', input: 'number', unit: '年' },
      { path: 'cutoffDate', zh: '基准日', hintZh: '年龄、注册年限算到这一天', input: 'date' },
      { path: 'organiser.nameZh', zh: '主办单位', input: 'text', max: 400 },
      {
        path: 'organiser.filingZh',
        zh: '备案号',
        hintZh: '显示在首页底部，没有的可以不填',
        input: 'text',
        max: 400,
        empty: 'blank',
      },
      {
        path: 'organiser.contactZh',
        zh: '市级联系方式',
        hintZh: '电话、办公时间、地址',
        input: 'text',
        max: 400,
        empty: 'absent',
      },
      { path: 'basisZh', zh: '依据', hintZh: '各项规定出自哪里，没有正式文件的要写明', input: 'area', max: 400 },
    ],
    lists: [],
  },
  groups: {
    fields: [
      {
        path: 'identityPapers',
        zh: '负责人可以用的证件',
        input: 'many',
        choices: Object.entries(papers).map(([value, { zh }]) => ({ value, zh })),
        empty: 'absent',
      },
    ],
    lists: [
      {
        path: 'groups',
        zh: '组别',
        key: 'code',
        fields: [
          { path: 'zh', zh: '名称', input: 'text', max: 60 },
          { path: 'hintZh', zh: '说明', hintZh: '参赛者选组别时看到的话', input: 'text', max: 400, empty: 'blank' },
          { path: 'registered', zh: '须已办营业执照', input: 'switch' },
          { path: 'ageMin', zh: '最小年龄', input: 'number', unit: '岁' },
          { path: 'ageMax', zh: '最大年龄', hintZh: '不限的不填', input: 'number', unit: '岁', empty: 'null' },
          { path: 'teamMin', zh: '团队最少人数', hintZh: '含负责人', input: 'number', unit: '人' },
          { path: 'teamMax', zh: '团队最多人数', hintZh: '含负责人', input: 'number', unit: '人' },
          {
            path: 'registeredUpToMonths',
            zh: '注册至少满',
            hintZh: '到基准日，不限的不填',
            input: 'number',
            unit: '个月',
            empty: 'null',
          },
          {
            path: 'registeredAfterMonths',
            zh: '注册未满',
            hintZh: '到基准日，不限的不填',
            input: 'number',
            unit: '个月',
            empty: 'null',
          },
        ],
      },
    ],
  },
  tracks: {
    fields: [
      {
        path: 'ownTracksMax',
        zh: '县（市、区）最多自设赛道',
        hintZh: '填 0 就是只用全市共同赛道',
        input: 'number',
        unit: '个',
        empty: 'absent',
      },
    ],
    lists: [
      {
        path: 'tracks',
        zh: '共同赛道',
        key: 'code',
        fields: [{ path: 'zh', zh: '名称', input: 'text', max: 60 }],
        empty: 'absent',
      },
    ],
  },
  materials: materialsShape,
  consents: {
    fields: [
      { path: 'declaration.bodyZh', zh: '承诺书全文', input: 'area', max: 2000 },
      { path: 'declaration.version', zh: '承诺书版本', input: 'hidden' },
      {
        path: 'retention.sealedMonths',
        zh: '证件号码、电话保存',
        hintZh: '本届审核结束后保存多久，期满自动删除；要与授权书里写的一致',
        input: 'number',
        unit: '个月',
      },
    ],
    lists: [
      {
        path: 'consents',
        zh: '授权书',
        key: 'kind',
        fixed: true,
        fields: [
          { path: 'zh', zh: '名称', input: 'text', max: 60 },
          { path: 'bodyZh', zh: '全文', input: 'area', max: 400 },
          { path: 'required', zh: '不同意就不能报名', input: 'switch' },
          { path: 'version', zh: '版本', input: 'hidden' },
        ],
      },
    ],
  },
  clocks: {
    fields: [
      workdays('firstReview', '初次审核', '从提交起'),
      workdays('correction', '补正', '从退回起，参赛者改好再提交'),
      workdays('reReview', '复审', '从补正后提交起'),
      workdays('feedback', '答复投诉建议', '从收到起'),
      {
        path: 'signatures',
        zh: '复核签字',
        hintZh: '由另一位审核负责人签字，没有的由市级统筹人员签字',
        input: 'choice',
        choices: signatures,
        empty: 'absent',
      },
    ],
    lists: [],
  },
  reasons: {
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
  },
  phases: {
    fields: [],
    lists: [
      {
        path: 'phases',
        zh: '阶段',
        key: 'code',
        fields: [
          { path: 'zh', zh: '名称', input: 'text', max: 60 },
          { path: 'opensAt', zh: '第一天', input: 'firstDay', empty: 'absent' },
          { path: 'closesAt', zh: '最后一天', hintZh: '当天也算在内', input: 'lastDay', empty: 'absent' },
          {
            path: 'regionMayMove',
            zh: '县（市、区）可以自定日期',
            hintZh: '只能在上面的日期之内',
            input: 'switch',
            empty: 'absent',
          },
          { path: 'usualDays', zh: '通常', hintZh: '供以后各届参考', input: 'number', unit: '天', empty: 'absent' },
        ],
      },
    ],
  },
  awards: {
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
  },
  guide: {
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
        path: 'guide.templates',
        zh: '模板文件',
        key: null,
        fixed: true,
        fields: [
          { path: 'name', zh: '名称', input: 'text', max: 60 },
          { path: 'uploadId', zh: '文件', input: 'hidden' },
        ],
      },
    ],
  },
};
