import { isSealedField } from '@shared/entry/fields';
import { diffParts } from '@shared/forms/diff-parts';
import type { Part } from '@shared/forms/lines';

const line = (field: string, value: string) => ({ field, label: field, value });
const submitted = (
  project: Array<ReturnType<typeof line>>,
  leader = [line('idNumber', '1426**********0012')],
): Part[] => [
  { section: 'project', zh: '项目情况', lines: project },
  { section: 'leader', zh: '项目负责人', lines: leader },
];
const none = new Set<string>();

test('at a first reading nothing counts as changed', () => {
  const [project] = diffParts(['project'], submitted([line('title', '甲')]), null, none, isSealedField);
  expect(project).toEqual({
    section: 'project',
    lines: [{ ...line('title', '甲'), before: null, sealed: false }],
    changed: false,
  });
});

test('exactly the changed lines carry what stood before: changed, new and taken out', () => {
  const before = submitted([line('title', '甲'), line('summary', '一'), line('old', '旧')]);
  const now = submitted([line('title', '甲'), line('summary', '二'), line('new', '新')]);
  const [project, leader] = diffParts(['project', 'leader'], now, before, none, isSealedField);
  expect(project?.lines.map(({ field, value, before: was }) => [field, value, was])).toEqual([
    ['title', '甲', null],
    ['summary', '二', '一'],
    ['new', '新', ''],
    ['old', '', '旧'],
  ]);
  expect([project?.changed, leader?.changed]).toEqual([true, false]);
});

test('a sealed value that was set anew counts as changed, though its mask looks the same', () => {
  const same = submitted([]);
  const [leader] = diffParts(['leader'], same, same, new Set(['leader.idNumber']), isSealedField);
  expect(leader).toEqual({
    section: 'leader',
    lines: [{ ...line('idNumber', '1426**********0012'), before: '1426**********0012', sealed: true }],
    changed: true,
  });
});

test('a section that was not asked for before is new as a whole', () => {
  const entity: Part[] = [{ section: 'entity', zh: '经营主体', lines: [line('name', '某公司')] }];
  const [section] = diffParts(['entity'], entity, submitted([]), none, isSealedField);
  expect(section?.lines).toEqual([{ ...line('name', '某公司'), before: '', sealed: false }]);
});
