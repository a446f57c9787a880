import { usualTrainingRules } from '../../training-terms';
import type { PartField, PartShape } from '../part-field';

const rule = (code: keyof typeof usualTrainingRules, zh: string, unit: string, hintZh = ''): PartField => ({
  path: `trainingRules.${code}`,
  zh,
  hintZh: `${hintZh === '' ? '' : `${hintZh}。`}不填的，按演示的 ${usualTrainingRules[code]} ${unit}`,
  input: 'number',
  unit,
  empty: 'absent',
});

/** Courses of the trainers, and by which figures classes are held. */
export const trainingShape: PartShape = {
  fields: [
    rule('attendancePercent', '结业要到课', '%', '按课时算。已经报出的班按报出时的规定'),
    rule('capacityMax', '每班最多', '人'),
    rule('openMin', '定制主题开班，至少想学', '人', '已经征集的主题按征集时的人数'),
    rule('offerHours', '名额保留', '小时'),
    rule('sameCourse', '同一门课每人', '次'),
    rule('classesAYear', '每人每年', '个班'),
    rule('voucherDays', '培训券有效', '天', '从得奖确认、认领起'),
    rule('codeMinutes', '签到码有效', '分钟'),
    {
      path: 'trainingRules.sourceZh',
      zh: '以上规定的依据',
      hintZh: '文件名称和文号，没有文件的写“演示”',
      input: 'text',
      max: 400,
      empty: 'absent',
    },
  ],
  lists: [
    {
      path: 'courses',
      zh: '课程',
      key: 'code',
      fields: [
        { path: 'zh', zh: '名称', input: 'text', max: 60 },
        { path: 'hoursMin', zh: '至少', input: 'number', unit: '课时' },
        { path: 'needsPlan', zh: '结业要交创业计划书', input: 'switch' },
        { path: 'needsTest', zh: '结业要考核', input: 'switch' },
        { path: 'onDemand', zh: '由市级统筹人员按主题开班', hintZh: '培训机构不能自己报', input: 'switch' },
        { path: 'sourceZh', zh: '依据', hintZh: '文件名称和文号，没有文件的写“演示”', input: 'text', max: 400 },
      ],
      empty: 'absent',
      emptyZh: '不填的，按系统里的演示课程（GYB、SYB、IYB 等）',
    },
  ],
  optional: ['trainingRules'],
};
