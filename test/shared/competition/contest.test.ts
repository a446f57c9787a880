import { judgeCard } from '@shared/competition/contest/card';
import { differencesOf } from '@shared/competition/contest/drift';
import { type CityWindow, refuseWindow, spanOfDays } from '@shared/competition/contest/window';
import { toShanghai } from '@shared/kernel/shanghai';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const span = (opens: string, closes: string) => ({ opensAt: at(opens), closesAt: at(closes) });
const city = { span: span('2026-11-04T00:00:00', '2026-12-14T00:00:00'), mayMove: true };
const now = at('2026-11-24T11:00:00');

test('days are whole; on the city’s own first and last day its hour counts', () => {
  const told = (first: string, last: string, of: CityWindow = city) => {
    const { opensAt, closesAt } = spanOfDays(first, last, of);
    return [toShanghai(opensAt), toShanghai(closesAt)];
  };
  expect(told('2026-11-05', '2026-12-10')).toEqual(['2026-11-05T00:00:00+08:00', '2026-12-11T00:00:00+08:00']);
  const hours = { ...city, span: span('2026-11-04T09:00:00', '2026-12-13T17:30:00') };
  expect(told('2026-11-04', '2026-12-13', hours)).toEqual(['2026-11-04T09:00:00+08:00', '2026-12-13T17:30:00+08:00']);
  expect(told('2026-11-05', '2026-12-12', hours)).toEqual(['2026-11-05T00:00:00+08:00', '2026-12-13T00:00:00+08:00']);
  expect(told('2026-11-05', '2026-12-12', { span: null, mayMove: true })[0]).toBe('2026-11-05T00:00:00+08:00');
});

describe('a region moves its window', () => {
  const was = city.span;
  const verdict = (wanted: ReturnType<typeof span>, more: Partial<Parameters<typeof refuseWindow>[0]> = {}) => {
    const refusal = refuseWindow({ phaseZh: '报名', city, was, wanted, now, ...more });
    return refusal && [refusal.code, refusal.fields ?? refusal.message];
  };
  const until = (closes: string) => span('2026-11-04T00:00:00', closes);

  test('inside the city’s, to its very bounds', () => {
    expect(verdict(until('2026-12-11T00:00:00'))).toBeNull();
    expect(verdict(city.span)).toBeNull();
    expect(verdict(until('2026-12-14T00:00:01'))).toEqual([
      'COMPETITION_WINDOW_OUTSIDE',
      { last: '不能晚于全市的截止时间12月13日（周日）24:00' },
    ]);
    expect(verdict(span('2026-11-03T23:59:59', '2026-12-11T00:00:00'), { was: null })).toEqual([
      'COMPETITION_WINDOW_OUTSIDE',
      { first: '不能早于全市的开始时间11月4日（周三）' },
    ]);
  });

  test('not where the city keeps it, not with its end before its beginning or in the past, and not the beginning of what began', () => {
    expect(verdict(until('2026-12-11T00:00:00'), { city: { ...city, mayMove: false } })).toEqual([
      'COMPETITION_WINDOW_FIXED',
      '报名的时间全市统一，不能单独修改',
    ]);
    expect(verdict(span('2026-12-02T00:00:00', '2026-12-02T00:00:00'))).toEqual([
      'COMPETITION_WINDOW_OUTSIDE',
      { last: '最后一天不能早于第一天' },
    ]);
    expect(verdict({ opensAt: was.opensAt, closesAt: now })).toEqual([
      'COMPETITION_WINDOW_OUTSIDE',
      { last: '最后一天已经过去，请改到今天或以后' },
    ]);
    expect(verdict({ opensAt: was.opensAt, closesAt: now + 1 })).toBeNull();
    expect(verdict(span('2026-11-05T00:00:00', '2026-12-11T00:00:00'))).toEqual([
      'COMPETITION_WINDOW_OUTSIDE',
      { first: '报名11月4日（周三）已经开始，第一天不能再改' },
    ]);
    expect(verdict(span('2026-11-26T00:00:00', '2026-12-11T00:00:00'), { now: was.opensAt - 1 })).toBeNull();
  });
});

test('a card needs a phone number, kept as it is called', () => {
  const card = { office: '', phone: '', address: '', hours: '', venue: '' };
  expect(judgeCard(card)).toEqual({ ok: false, fields: { phone: '请填写联系电话，参赛者靠它找到工作人员' } });
  expect(judgeCard({ ...card, phone: '23456' })).toMatchObject({ ok: false, fields: { phone: expect.any(String) } });
  expect(judgeCard({ ...card, phone: '(0357) 2012345' })).toEqual({
    ok: true,
    card: { ...card, phone: '0357-2012345' },
  });
});

test('a contest differs in its own tracks, in common ones that it lacks, and in windows that are not the city’s', () => {
  const common = [
    { code: 'services', zh: '现代服务' },
    { code: 'silver', zh: '银发经济' },
  ];
  const signUp = { code: 'signUp', zh: '报名', city: city.span };
  const now = at('2026-11-24T10:00:00');
  expect(differencesOf({ common, tracks: common, phases: [{ ...signUp, own: city.span }] }, now)).toEqual([]);
  // Where the city set no window there is nothing to differ from.
  expect(differencesOf({ common, tracks: common, phases: [{ ...signUp, city: null, own: city.span }] }, now)).toEqual(
    [],
  );
  expect(
    differencesOf(
      {
        common,
        tracks: [common[0] as (typeof common)[number], { code: 'smart', zh: '智能制造' }],
        phases: [
          { ...signUp, own: { ...city.span, closesAt: at('2026-12-11T00:00:00') } },
          { code: 'screening', zh: '资格审核', city: city.span, own: null },
        ],
      },
      now,
    ),
  ).toEqual([
    { what: 'track.smart', zh: '自设赛道“智能制造”' },
    { what: 'track.silver', zh: '未设通用赛道“银发经济”' },
    {
      what: 'phase.signUp',
      zh: '报名11月4日（周三）至12月10日（周四）24:00，全市11月4日（周三）至12月13日（周日）24:00',
    },
    { what: 'phase.screening', zh: '资格审核没有时间，全市11月4日（周三）至12月13日（周日）24:00' },
  ]);
});
