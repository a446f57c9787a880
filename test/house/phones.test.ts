import { codeOf, filesUnder } from './tree';

const sources = filesUnder('src', '.ts', '.tsx');

/** The places where a source says what it must not, by file; `but` may. */
const saying = (words: RegExp, ...but: string[]): string[] =>
  sources.filter((path) => !but.includes(path) && words.test(codeOf(path)));

test('digits are grouped, and days written, by our own rules: on some Androids the platform knows none', () => {
  expect(saying(/\.toLocale\w*\(|\bIntl\./)).toEqual([]);
});

test('pages are opened in one place, which keeps within the ten that WeChat holds', () => {
  expect(saying(/\b(navigateTo|redirectTo|navigateBack|switchTab|reLaunch)\b/, 'src/client/go.ts')).toEqual([]);
});

test('a page reads its parameters in one place, which knows that phones do not decode them', () => {
  expect(saying(/\buseRouter\b|\bgetCurrentInstance\b/, 'src/ui/use-page-params.ts')).toEqual([]);
});

test('the app takes no payment: rent, fees and money that was paid are recorded, never asked for', () => {
  expect(saying(/requestPayment|requestOrderPayment|requestVirtualPayment|chooseWeChatPay/i)).toEqual([]);
});
