import type { SectionName } from '@shared/entry/sections';
import type { Mark } from '@shared/screening/marks';
import { composeFaults, mayReturnAgain, refuseApproval, refuseReturn } from '@shared/screening/one-time-notice';

const reasons = [
  { code: 'PROJECT_UNCLEAR', section: 'project', zh: '项目简介不完整' },
  { code: 'TRACK_MISMATCH', section: 'project', zh: '所选赛道不符' },
  { code: 'JOBS_NO_BASIS', section: 'jobs', zh: '请说明依据' },
];
const mark = (
  section: SectionName,
  verdict: Mark['verdict'],
  codes: string[] = [],
  comment = '',
  fields: string[] = [],
): Mark => ({
  section,
  round: 1,
  verdict,
  codes,
  fields,
  seen: [],
  comment,
  version: 1,
});

test('each reason is a sentence of its own, the reviewer’s words after them, in the order of the form', () => {
  const marks = [
    mark('project', 'fault', ['TRACK_MISMATCH', 'PROJECT_UNCLEAR'], ' 请写明客户 '),
    mark('leader', 'ok', [], '留给自己看'),
    mark('jobs', 'fault', ['JOBS_NO_BASIS']),
  ];
  expect(composeFaults(marks, reasons, [])).toEqual([
    { section: 'project', text: '所选赛道不符' },
    { section: 'project', text: '项目简介不完整' },
    { section: 'project', text: '请写明客户' },
    { section: 'jobs', text: '请说明依据' },
  ]);
});

test('where the reviewer says which fields are wrong, each sentence begins with their names, and the letter leads to them', () => {
  const parts = [
    {
      section: 'entity' as const,
      lines: [
        { field: 'name', label: '单位名称' },
        { field: 'uscc', label: '信用代码' },
        { field: 'address', label: '住所' },
      ],
    },
  ];
  const marks = [mark('entity', 'fault', [], '与执照不一致', ['uscc', 'name', 'gone'])];
  expect(composeFaults(marks, reasons, parts)).toEqual([
    { section: 'entity', text: '单位名称、信用代码：与执照不一致', fields: ['name', 'uscc'] },
  ]);
});

test('a reason of another section, or one that the edition dropped, is not said', () => {
  expect(composeFaults([mark('jobs', 'fault', ['PROJECT_UNCLEAR', 'GONE'], '请补充')], reasons, [])).toEqual([
    { section: 'jobs', text: '请补充' },
  ]);
});

test.each<[string, Mark[], string | null]>([
  ['nothing faulty', [mark('project', 'ok'), mark('jobs', 'ok')], 'SCREENING_NO_FAULT_MARKED'],
  ['a fault without words', [mark('project', 'ok'), mark('jobs', 'fault', [], '  ')], 'SCREENING_NO_FAULT_MARKED'],
  ['a section unread', [mark('project', 'unread'), mark('jobs', 'fault', [], '请补充')], 'SCREENING_SECTIONS_UNREAD'],
  ['one fault named, the rest read', [mark('project', 'ok'), mark('jobs', 'fault', ['JOBS_NO_BASIS'])], null],
])('a return with %s', (_, marks, code) => {
  expect(refuseReturn(marks)?.code ?? null).toBe(code);
});

test.each<[string, Mark[], string | null]>([
  ['all in order', [mark('project', 'ok'), mark('jobs', 'ok')], null],
  ['one unread', [mark('project', 'ok'), mark('jobs', 'unread')], 'SCREENING_SECTIONS_UNREAD'],
  ['one faulty, one unread', [mark('project', 'unread'), mark('jobs', 'fault')], 'SCREENING_FAULT_STANDS'],
])('an approval with %s', (_, marks, code) => {
  expect(refuseApproval(marks)?.code ?? null).toBe(code);
});

test.each<[string, number, SectionName[], SectionName[], boolean, boolean]>([
  ['the first return is free', 0, ['jobs'], [], false, true],
  ['a later one within what was changed', 1, ['jobs'], ['jobs', 'project'], false, true],
  ['a later one beyond it', 1, ['jobs', 'project'], ['jobs'], false, false],
  ['a third one beyond it', 2, ['team'], [], false, false],
  ['a later one beyond it, by the lead', 1, ['jobs', 'project'], ['jobs'], true, true],
])('%s', (_, returns, faulty, changed, isLead, may) => {
  expect(mayReturnAgain({ returns, faulty, changed: new Set(changed), isLead }) === null).toBe(may);
});

test('the refusal of a second return names what was not changed', () => {
  const asked = {
    returns: 1,
    faulty: ['project', 'jobs'] as const,
    changed: new Set<SectionName>(['jobs']),
    isLead: false,
  };
  expect(mayReturnAgain(asked)).toEqual({
    ok: false,
    code: 'SCREENING_SECOND_RETURN',
    message: '第二次退回只能退改动过的部分。“项目情况”没有改动，确需退回请找审核负责人',
  });
});
