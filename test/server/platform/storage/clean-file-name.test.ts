import { cleanFileName } from '../../../../cloudfunctions/core/platform/storage/clean-file-name';

test.each([
  ['商业计划书（终稿）.pdf', '商业计划书（终稿）.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\fakepath\\路演.pptx', '路演.pptx'],
  ['a\u0000b\r\n.pdf', 'ab.pdf'],
  ['计划\u202efdp.exe', '计划fdp.exe'],
  ['零\u200b宽\ufeff.pdf', '零宽.pdf'],
  ['<b>"x"|?*.pdf', '_b__x____.pdf'],
  ['.htaccess', 'htaccess'],
  ['  计划   书 .pdf. ', '计划 书 .pdf'],
  ['cafe\u0301.pdf', 'caf\u00e9.pdf'],
  ['', '未命名'],
  ['..', '未命名'],
  ['/', '未命名'],
  ['\ud800.pdf', 'pdf'],
])('%j becomes %j', (name, clean) => {
  expect(cleanFileName(name)).toBe(clean);
});

test('120 characters stay, one more is cut before the extension', () => {
  const fits = `${'计'.repeat(116)}.pdf`;
  expect(cleanFileName(fits)).toBe(fits);
  expect(cleanFileName(`计${fits}`)).toBe(fits);
});

test('a character outside the basic plane is one character and is never cut in half', () => {
  expect(cleanFileName(`${'𠮷'.repeat(200)}.docx`)).toBe(`${'𠮷'.repeat(115)}.docx`);
});

test('what only looks like a long extension is cut as text', () => {
  expect(cleanFileName(`a.${'b'.repeat(200)}`)).toBe(`a.${'b'.repeat(118)}`);
});

test('an identity number is covered, however often the name is cleaned', () => {
  const once = cleanFileName('护照/张三 11010519491231002X.JPG');
  expect([once, cleanFileName(once)]).toEqual(Array(2).fill('张三 1101××××××××××002X.JPG'));
});
