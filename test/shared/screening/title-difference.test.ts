import { differenceOf } from '@shared/screening/title-difference';

const marked = (title: string, other: string) =>
  differenceOf(title, other)
    .map(({ text, differs }) => (differs ? `[${text}]` : text))
    .join('');

test.each([
  ['蒲县山货直供', '尧都山货直供', '[蒲县]山货直供', '[尧都]山货直供'],
  ['山货直供平台', '山货直销平台', '山货直[供]平台', '山货直[销]平台'],
  ['山货直供', '山货直供平台', '山货直供', '山货直供[平台]'],
  ['甲乙', '乙甲', '甲[乙]', '乙[甲]'],
  ['同名', '同名', '同名', '同名'],
  ['', '山货', '', '[山货]'],
])('%s beside %s', (one, two, first, second) => {
  expect(marked(one, two)).toBe(first);
  expect(marked(two, one)).toBe(second);
});
