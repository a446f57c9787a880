import type { PartShape } from '../part-field';

/** What an edition is called, when it is, who runs it. */
export const basicsShape: PartShape = {
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
};

/** What entries may be about. */
export const tracksShape: PartShape = {
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
};

const lateCodes = [
  { value: 'city', zh: '只有市级' },
  { value: 'leads', zh: '市级和各县审核负责人' },
];

/** When what happens. */
export const phasesShape: PartShape = {
  fields: [
    {
      path: 'lateCodes',
      zh: '谁可以发补报码',
      hintZh: '报名截止后，收到补报码的人还可以报名；每个码写明理由，留有记录',
      input: 'choice',
      choices: lateCodes,
      empty: 'absent',
    },
  ],
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
};
