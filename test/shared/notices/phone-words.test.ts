import { phoneWords, purposeNames, purposes, templates } from '@shared/telling/templates';
import { noticeWords } from '../../../src/shared/kernel/define-notice';
import { notices } from '../../../tools/docs/notices';

const at = Date.parse('2026-12-01T15:01:00+08:00');
const longName = '蒲县山货直供与返乡青年电商合作社联合项目（第二期）';
const ofPolicy = (policy: string, until: string | number = at) =>
  phoneWords('policy', { policy, concerned: '您', until }).fields;

test('a field is cut to what WeChat takes of its kind, between characters as people count them, and says that it was', () => {
  expect(ofPolicy(longName).thing1).toBe('蒲县山货直供与返乡青年电商合作社联合项…');
  expect(ofPolicy('二十个字正好不多也不少就是这么长一句话了').thing1).toBe('二十个字正好不多也不少就是这么长一句话了');
  // A family of eleven units is one character: whole or not at all.
  expect(ofPolicy(`${'家'.repeat(12)}👨‍👩‍👧‍👦家`).thing1).toBe(`${'家'.repeat(12)}…`);
  expect(ofPolicy(`${'家'.repeat(8)}👨‍👩‍👧‍👦${'家'.repeat(9)}`).thing1).toBe(`${'家'.repeat(8)}👨‍👩‍👧‍👦…`);
  expect(ofPolicy('  几行\n 变成  一行 ').thing1).toBe('几行 变成 一行');
});

test('a phrase is at most five Chinese characters; a time is told in WeChat’s format, an end at midnight on the day before; nothing is empty', () => {
  const result = (words: string) =>
    phoneWords('entryResult', { project: '甲', result: words, at, note: '看' }).fields.phrase2;
  expect([result('审核通过'), result('已通过（2 处）待补正'), result('审核未通过请补正')]).toEqual([
    '审核通过',
    '已通过处待',
    '审核未通过',
  ]);
  expect(ofPolicy('甲').time3).toBe('2026年12月1日 15:01');
  expect(ofPolicy('甲', Date.parse('2026-12-02T00:00:00+08:00')).time3).toBe('2026年12月1日 23:59');
  expect(() => result('passed')).toThrow('phrase2 would be empty');
});

test('every purpose has its template, and every notice for phones fits it', () => {
  for (const purpose of purposeNames) expect(templates[purposes[purpose].template]).toBeDefined();
  const told = notices.flatMap((notice) => {
    const phone = noticeWords(notice, notice.sample, at)?.phone;
    return phone ? [[notice.notice, phone] as const] : [];
  });
  expect(told.length).toBeGreaterThan(15);
  const fits = (field: string, value: string) =>
    /^thing/.test(field)
      ? value.length <= 20
      : /^phrase/.test(field)
        ? /^\p{Script=Han}{1,5}$/u.test(value)
        : /^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/.test(value);
  const wrong = told.flatMap(([name, { purpose, fields }]) => {
    const names = Object.values(templates[purposes[purpose as keyof typeof purposes].template].fields);
    const same = JSON.stringify(names.sort()) === JSON.stringify(Object.keys(fields).sort());
    const off = Object.entries(fields).filter(([field, value]) => !fits(field, value));
    return same && off.length === 0 ? [] : [[name, off]];
  });
  expect(wrong).toEqual([]);
});
