import { render, screen } from '@testing-library/react';
import { HomeDesk } from '../../../../src/features/competition/home-desk';
import { Stations } from '../../../../src/features/competition/landing/stations';
import { Timetable } from '../../../../src/features/competition/timetable';
import type { Landing } from '../../../../src/features/competition/use-landing';
import { homeView } from '../entry/entry-data';

const signUp = (state: 'open' | 'closed') => ({
  kind: 'signUp' as const,
  zh: '报名',
  opensAt: '2026-11-02T00:00:00+08:00',
  closesAt: '2099-12-14T00:00:00+08:00',
  state,
});
const landing = (state: 'open' | 'closed') =>
  ({
    data: { home: { ...homeView, phases: [signUp(state)] }, past: null, own: null, waits: 0 },
    error: null,
    isPending: false,
    refetch: async () => undefined,
  }) as unknown as Landing;

test('while sign-up is open, visitors read that each may enter one project only', () => {
  const { rerender } = render(<HomeDesk landing={landing('open')} />);
  expect(screen.getByText('每人只能报一个项目（作为负责人）')).toBeTruthy();
  rerender(<HomeDesk landing={landing('closed')} />);
  expect(screen.queryByText('每人只能报一个项目（作为负责人）')).toBeNull();
});

test('a phase that the edition alone knows stands in the timetable; without a time for sign-up nobody is sent to enter', () => {
  const preliminary = { ...signUp('closed'), kind: 'preliminary', zh: '初评' };
  const { rerender } = render(<Timetable phases={[preliminary]} nameZh="星火大赛" place="city" />);
  expect(screen.getByText('初评')).toBeTruthy();
  rerender(<Timetable phases={[]} nameZh="星火大赛" place="city" />);
  expect(screen.getByText('时间待定')).toBeTruthy();
  rerender(
    <HomeDesk
      landing={
        { ...landing('open'), data: { home: { ...homeView, phases: [] }, past: null, own: null, waits: 0 } } as never
      }
    />,
  );
  expect(screen.getByText('报名时间待定')).toBeTruthy();
  expect(screen.queryByText('我要报名')).toBeNull();
});

test('a station of the way that lies in another year says which', () => {
  const phase = (kind: string, year: string, state: string) => ({
    kind,
    zh: kind,
    state,
    opensAt: `${year}-01-17T00:00:00+08:00`,
    closesAt: `${year}-01-18T00:00:00+08:00`,
  });
  render(<Stations phases={[phase('决赛', '2099', 'before'), phase('报名', '2098', 'open')] as never} />);
  expect(screen.getByText('2099年').parentElement?.textContent).toBe('2099年1月17日起');
  expect(screen.getByText('至2098年').parentElement?.textContent).toBe('至2098年1月17日');
});
