import { plainParams, readAddress } from '@shared/kernel/page-params';

test('parameters come out in plain text, a broken encoding stays as it is, and what Taro adds is left out', () => {
  const given = { q: '%E6%A0%B8%E6%A1%83', rate: '50%', back: '%2Fpages%2Fme%2Findex', stamp: 'AA', $taroTimestamp: 1 };
  expect(plainParams(given)).toEqual({ q: '核桃', rate: '50%', back: '/pages/me/index' });
  expect(plainParams({})).toEqual({});
});

test('an address is taken apart, whatever stands in its values', () => {
  expect(readAddress('/packages/account/signin/index?back=%2Fa%3Fb%3D1&x=1=2&')).toEqual({
    path: 'packages/account/signin/index',
    params: { back: '/a?b=1', x: '1=2' },
  });
  expect(readAddress('pages/me/index')).toEqual({ path: 'pages/me/index', params: {} });
});
