import { type FormFacts, problemsOf } from '@shared/entry/form';

const facts: FormFacts = {
  today: '2026-11-24',
  tracks: ['rural_revitalisation'],
  groups: ['idea_team', 'start_up'],
  regions: ['141033', 'LFEDZ'],
  sealed: ['idNumber', 'phone'],
  leaderName: '王小明',
  papers: ['resident_id'],
  paperProblem: null,
};
const project = {
  title: '蒲县山货直供',
  trackCode: 'rural_revitalisation',
  groupCode: 'idea_team',
  summary: '把山货送到城里',
  description: '和农家签约收购',
};
const entity = {
  name: '蒲县山货农产品有限公司',
  uscc: '91350100M000100Y43',
  registrationDate: '2025-03-03',
  address: '蒲县蒲城镇西关街 8 号',
  regionId: '141033',
};
const jobs = { direct: 6, directBasis: '现有 6 人', indirect: 0, insured: 0 };

test('complete parts have no problem', () => {
  expect(problemsOf('project', project, facts)).toEqual({});
  expect(problemsOf('leader', { name: '王小明', founderRole: 'core_member', keyGroup: null }, facts)).toEqual({});
  expect(problemsOf('entity', entity, facts)).toEqual({});
  expect(problemsOf('jobs', jobs, facts)).toEqual({});
  expect(problemsOf('declaration', { typedName: ' 王小明 ', agreed: true }, facts)).toEqual({});
  expect(problemsOf('team', {}, facts)).toEqual({});
  expect(problemsOf('materials', {}, facts)).toEqual({});
});

test('an empty part names every field that is missing, in Chinese', () => {
  expect(problemsOf('project', {}, facts)).toEqual({
    title: '请填写项目名称',
    trackCode: '请选择赛道',
    groupCode: '请选择组别',
    summary: '请填写一句话简介',
    description: '请填写项目介绍',
  });
  expect(Object.keys(problemsOf('leader', {}, { ...facts, sealed: [] })).sort()).toEqual([
    'founderRole',
    'idNumber',
    'name',
    'phone',
  ]);
});

test('a title of 40 characters is in, one of 41 is not', () => {
  expect(problemsOf('project', { ...project, title: '山'.repeat(40) }, facts)).toEqual({});
  expect(problemsOf('project', { ...project, title: `${'\u{20bb7}'.repeat(39)}\u{1f680}` }, facts)).toEqual({});
  expect(problemsOf('project', { ...project, title: '山'.repeat(41) }, facts)).toEqual({
    title: '最多 40 个字，现在 41 个字，请删去 1 个字',
  });
});

test('tracks, groups and regions are those of the edition', () => {
  expect(problemsOf('project', { ...project, trackCode: 'micro_audiovisual', groupCode: 'giants' }, facts)).toEqual({
    trackCode: '请选择本县（市、区）设立的赛道',
    groupCode: '请选择组别',
  });
  expect(problemsOf('entity', { ...entity, regionId: '110000' }, facts)).toEqual({
    regionId: '请选择注册地所在县（市、区）',
  });
});

test('a registration date must have come; today is in', () => {
  expect(problemsOf('entity', { ...entity, registrationDate: '2026-11-24' }, facts)).toEqual({});
  expect(problemsOf('entity', { ...entity, registrationDate: '2026-11-25' }, facts)).toEqual({
    registrationDate: '营业执照成立日期不能晚于今天',
  });
});

test.each(['2015-02-30', '2010-13-45', '三月三日'])('there is no day %s', (registrationDate) => {
  expect(problemsOf('entity', { ...entity, registrationDate }, facts)).toEqual({
    registrationDate: '没有这一天，请重新选择',
  });
  expect(problemsOf('entity', { ...entity, registrationDate: '' }, facts)).toEqual({ registrationDate: '请选择日期' });
});

test('a year that somebody mistyped is told as such', () => {
  expect(problemsOf('entity', { ...entity, registrationDate: '0001-01-01' }, facts)).toEqual({
    registrationDate: '年份要在 1900 到 2100 之间，请核对',
  });
});

test('a title that nobody sees is asked for', () => {
  expect(problemsOf('project', { ...project, title: '\u200b' }, facts)).toEqual({ title: '请填写项目名称' });
});

test('a credit code with a wrong check digit is told in words', () => {
  expect(problemsOf('entity', { ...entity, uscc: '91350100M000100Y44' }, facts)).toEqual({
    uscc: '统一社会信用代码有误，请对照营业执照逐位核对',
  });
});

test('jobs, direct and indirect, ask for their basis only when there are any', () => {
  expect(problemsOf('jobs', { ...jobs, direct: 0, directBasis: '' }, facts)).toEqual({});
  expect(problemsOf('jobs', { ...jobs, directBasis: '' }, facts)).toEqual({ directBasis: '请填写直接就业的依据' });
  expect(problemsOf('jobs', { ...jobs, directBasis: '长'.repeat(201) }, facts).directBasis).toContain('200');
  expect(problemsOf('jobs', { ...jobs, indirect: 3 }, facts)).toEqual({ indirectBasis: '请填写间接就业的依据' });
  expect(problemsOf('jobs', { ...jobs, indirect: 3, indirectBasis: '三户农家' }, facts)).toEqual({});
});

test("the signature is the leader's name and the promise is ticked", () => {
  expect(problemsOf('declaration', { typedName: '王小名', agreed: false }, facts)).toEqual({
    agreed: '请阅读后确认承诺',
    typedName: '签名与负责人姓名“王小明”不一致，请改成一样',
  });
});

test('a signature with another dot, spaced or in full width is the same name', () => {
  const leaderName = '阿依古丽·买买提';
  const signed = (typedName: string) =>
    problemsOf('declaration', { typedName, agreed: true }, { ...facts, leaderName });
  expect(signed('阿依古丽•买买提')).toEqual({});
  expect(signed('阿依古丽 ・ 买买提')).toEqual({});
});
