import { networkWith, placeWords, readStaffNetworks } from '../../../cloudfunctions/host/staff-networks';

const networks = (text: string) => readStaffNetworks(text) ?? [];

test('unset, work on the web is limited to no network', () => {
  expect([readStaffNetworks(''), readStaffNetworks('  ')]).toEqual([null, null]);
});

test.each([
  ['10.20.0.0/16', '10.20.255.255', true],
  ['10.20.0.0/16', '10.21.0.0', false],
  ['10.20.0.0/16', '::ffff:10.20.3.4', true],
  ['10.20.0.0/16', '::ffff:0a14:0304', true],
  ['203.0.113.7', '203.0.113.7', true],
  ['203.0.113.7', '203.0.113.8', false],
  ['203.0.113.4/30', '203.0.113.7', true],
  ['203.0.113.4/30', '203.0.113.8', false],
  ['0.0.0.0/0', '8.8.8.8', true],
  ['0.0.0.0/0', '2001:db8::1', false],
  ['2001:db8::/32', '2001:db8:ffff::1', true],
  ['2001:db8::/32', '2001:db9::1', false],
  ['2001:db8:0:8000::/49', '2001:db8::1', false],
  ['2001:db8:8000::/33', '2001:db8:8000::1', true],
  ['2001:db8:8000::/33', '2001:db8:7fff::1', false],
  ['::1', '::1', true],
  ['fe80::/10', 'fe80::1%eth0', true],
  ['10.0.0.0/8', 'unknown', false],
  ['10.0.0.0/8', '', false],
  ['10.0.0.0/8', '10.0.0.1:443', false],
])('%s holds %s: %s', (written, address, holds) => {
  expect(networkWith(networks(written), address) !== null).toBe(holds);
});

test('several stand beside each other, and the first that holds an address names it', () => {
  const some = networks('市政务外网=10.20.0.0/16，蒲县大厅 = 10.0.0.0/8,2001:db8::/32');
  expect(['10.20.1.1', '10.1.1.1', '2001:db8::1', '11.0.0.1'].map((each) => networkWith(some, each)?.name)).toEqual([
    '市政务外网',
    '蒲县大厅',
    '',
    undefined,
  ]);
});

test.each([
  '10.20.0.0/33',
  '10.20.0.1/16',
  '10.20.0.0/016',
  '10.20.0.0/',
  '10.20.0/16',
  '010.20.0.0/16',
  '2001:db8::/129',
  '2001:db8::1/32',
  'fe80::1%eth0/128',
  '::ffff:10.0.0.0/104',
  '10.0.0.0/8,',
  '大厅=',
  '大厅=10.0.0.0/8=2',
  'all',
])('%s is no list of networks', (text) => {
  expect(() => readStaffNetworks(text)).toThrow('XINGHUO_STAFF_NETWORKS');
});

test.each([
  ['10.20.3.4', '市政务外网'],
  ['203.0.113.9', '203.0.113.*'],
  ['::ffff:203.0.113.9', '203.0.113.*'],
  ['2001:db8:1:2::9', '2001:db8:1::*'],
  ['unknown', ''],
])('whence %s comes is told as %s, never which machine it is', (address, words) => {
  expect(placeWords(networks('市政务外网=10.20.0.0/16'), address)).toBe(words);
});
