import { lookedFor } from '@shared/screening/looked-for';

test.each([
  ['XH2026-141033-0007', { by: 'reference', reference: 'XH2026-141033-0007' }],
  ['ｘｈ2026—141033—0007', { by: 'reference', reference: 'XH2026-141033-0007' }],
  ['141033-0007', { by: 'token', anyOf: ['n:141033-0007'] }],
  ['8000', { by: 'token', anyOf: ['t:8000', 'n:8000'] }],
  ['８０００', { by: 'token', anyOf: ['t:8000', 'n:8000'] }],
  ['199 0000 8000', { by: 'token', anyOf: ['p:199****8000'] }],
  ['+86 19900008000', { by: 'token', anyOf: ['p:199****8000'] }],
  ['0357-2012345', { by: 'token', anyOf: ['p:0357-****345'] }],
  // One character of a credit code is missing.
  ['91141033MA0000017', { by: 'words' }],
  ['山货', { by: 'words', parts: ['山货'], pairs: ['山货'] }],
  ['王小明 山', { by: 'words', parts: ['王小明', '山'], pairs: ['王小', '小明'] }],
  ['山\u200b货（直供）', { by: 'words', parts: ['山货直供'], pairs: ['山货', '直供'] }],
])('%j', (typed, meant) => {
  expect(lookedFor(typed)).toMatchObject(meant);
});

test('a credit code and an identity number are known by their check character, however they are spaced', () => {
  expect(lookedFor('91350100M000100Y43')).toEqual({ by: 'token', anyOf: ['u:91350100M000100Y43'] });
  expect(lookedFor('9135 0100 m000 100y 43')).toEqual({ by: 'token', anyOf: ['u:91350100M000100Y43'] });
  expect(lookedFor('11010519491231002x')).toEqual({ by: 'identity', number: '11010519491231002X' });
});

test.each(['', ' ', '山', '山 货', '（）', '7'])('%j is too little', (typed) => {
  expect(lookedFor(typed)).toBeNull();
});
