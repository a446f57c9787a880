import { fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { ClassDesk } from '../../../../src/features/training/desk/class-desk';
import { api } from '../../../support/api';
import { asked, sayNo } from '../../../support/asked';
import { showPage, tap } from '../../../support/shown';

const training = api.training;
const classId = '0197f000-0000-7000-8000-0000000000b1';
const moves = [
  { move: 'approve', label: '确认开班', danger: '确认后就开放报名。', closed: null },
  { move: 'decline', label: '不予确认', danger: '不再开班。', closed: null },
];

const held = {
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
};

test('a class is confirmed after a question that says what follows, and not by a stray tap', async () => {
  training.classDesk.mockResolvedValue(held as unknown as Awaited<ReturnType<typeof api.training.classDesk>>);
  keepSession('a-token');
  training.moveClass.mockResolvedValue({ classId, state: 'open', stateZh: '报名中', version: 2 });
  showPage(<ClassDesk classId={classId} />);
  const confirm = async (times: number) => {
    fireEvent.click(await screen.findByText('确认开班'));
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(times));
  };
  sayNo();
  await confirm(1);
  expect(asked.mock.calls[0]?.[0]).toMatchObject({ title: '确认开班', content: moves[0]?.danger });
  expect(training.moveClass).not.toHaveBeenCalled();
  await confirm(2);
  await waitFor(() =>
    expect(training.moveClass.mock.calls[0]?.[0]).toEqual({ classId, version: 1, move: 'approve', reason: '' }),
  );
});

test('a half-day to which nobody came is asked about before it is saved', async () => {
  const enrolmentId = '0197f000-0000-7000-8000-0000000000b2';
  const day = {
    day: '2026-11-24',
    half: 'am',
    n: 1,
    version: 1,
    savedAt: null,
    present: [],
    typed: [],
    coded: false,
    shutZh: null,
  };
  training.classDesk.mockResolvedValue({
    ...held,
    holds: true,
    moves: [],
    days: [day],
    people: [{ enrolmentId, seat: 1, name: '王小明', offerEndsAt: null }],
  } as unknown as Awaited<ReturnType<typeof api.training.classDesk>>);
  keepSession('a-token');
  training.saveAttendance.mockResolvedValue({ ok: true } as never);
  showPage(<ClassDesk classId={classId} />);
  sayNo();
  await tap('save-attendance');
  expect(asked.mock.lastCall?.[0]).toMatchObject({ title: '没有一个人到课', confirmText: '登记' });
  expect(training.saveAttendance).not.toHaveBeenCalled();
  await tap(`present-${enrolmentId}`);
  await tap('save-attendance');
  expect(training.saveAttendance.mock.lastCall?.[0]).toMatchObject({ n: 1, present: [enrolmentId] });
  expect(asked).toHaveBeenCalledTimes(1);
});
