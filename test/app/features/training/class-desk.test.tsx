import { fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { ClassDesk } from '../../../../src/features/training/desk/class-desk';
import { api } from '../../../support/api';
import { asked, sayNo } from '../../../support/asked';
import { showPage } from '../../../support/shown';

const training = api.training;
const classId = '0197f000-0000-7000-8000-0000000000b1';
const moves = [
  { move: 'approve', label: '确认开班', danger: '确认后就开放报名。', closed: null },
  { move: 'decline', label: '不予确认', danger: '不再开班。', closed: null },
];

test('a class is confirmed after a question that says what follows, and not by a stray tap', async () => {
  training.classDesk.mockResolvedValue({
    classId,
    version: 1,
    title: '创办你的企业',
    courseZh: '创办你的企业',
    organisationZh: '演示培训机构',
    room: '101',
    state: 'proposed',
    stateZh: '待确认',
    live: true,
    startsAt: '2026-12-10T08:30:00+08:00',
    lastDay: '2026-12-14',
    halfDays: 6,
    hours: 24,
    capacity: 30,
    free: 30,
    waiting: 0,
    days: [],
    people: [],
    moves,
    timeline: [],
    holds: false,
  } as unknown as Awaited<ReturnType<typeof api.training.classDesk>>);
  keepSession('a-token');
  training.moveClass.mockResolvedValue({ classId, state: 'open', stateZh: '报名中', version: 2 });
  showPage(<ClassDesk classId={classId} />);
  const tap = async (times: number) => {
    fireEvent.click(await screen.findByText('确认开班'));
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(times));
  };
  sayNo();
  await tap(1);
  expect(asked.mock.calls[0]?.[0]).toMatchObject({ title: '确认开班', content: moves[0]?.danger });
  expect(training.moveClass).not.toHaveBeenCalled();
  await tap(2);
  await waitFor(() =>
    expect(training.moveClass.mock.calls[0]?.[0]).toEqual({ classId, version: 1, move: 'approve', reason: '' }),
  );
});
