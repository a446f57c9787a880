import type { PartShape } from '../part-field';

const fileKinds = ['pdf', 'doc', 'docx', 'ppt', 'pptx', 'xls', 'xlsx', 'jpg', 'png', 'mp4', 'mov'].map((kind) => ({
  value: kind,
  zh: kind.toUpperCase(),
}));

/** The materials of an entry, slot by slot. */
export const materialsShape: PartShape = {
  fields: [],
  lists: [
    {
      path: 'slots',
      zh: '材料',
      key: 'code',
      fields: [
        { path: 'zh', zh: '名称', input: 'text', max: 60 },
        { path: 'hintZh', zh: '说明', hintZh: '写清要什么、什么格式、多大', input: 'area', max: 400, empty: 'blank' },
        {
          path: 'neededWhen',
          zh: '什么情况必须交',
          input: 'choice',
          choices: [
            { value: 'always', zh: '每个项目都要交' },
            { value: 'registered', zh: '已办营业执照的' },
            { value: 'claimsIp', zh: '声明有知识产权的' },
            { value: 'claimsInsuredJobs', zh: '填了参保人数的' },
            { value: 'otherPaper', zh: '不用居民身份证的' },
            { value: 'never', zh: '自愿上传' },
          ],
        },
        { path: 'kinds', zh: '文件格式', input: 'many', choices: fileKinds },
        { path: 'maxBytes', zh: '每个文件最大', input: 'megabytes', unit: 'MB' },
        { path: 'files', zh: '最多几个文件', hintZh: '不填就是 1 个', input: 'number', unit: '个', empty: 'absent' },
        {
          path: 'maxSeconds',
          zh: '视频最长',
          hintZh: '只用于视频',
          input: 'number',
          unit: '秒',
          empty: 'absent',
        },
        {
          path: 'lockHours',
          zh: '提交后还可以更换，到路演前',
          hintZh: '用于路演材料。不填的，提交后不能再换',
          input: 'number',
          unit: '小时',
          empty: 'absent',
        },
      ],
    },
  ],
};
