import { replaceAll } from '../../../src/client/older-browsers';

test('what older browsers lack does as the platform does, as addresses ask it', () => {
  const code = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  for (const [text, wanted, by] of [
    ["it's (all) right!", /[!'()*]/g, code],
    ['a+b+c', '+', ' '],
    ['say "yes"', '"', '\\"'],
    ['a+b+c', '+', code],
    ['', '+', ' '],
  ] as const)
    expect(replaceAll.call(text, wanted, by)).toBe(text.replaceAll(wanted, by as string));
});
