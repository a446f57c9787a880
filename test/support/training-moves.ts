import { details, fourHalfDays, plan } from './training';

type Ask = <T = Record<string, unknown>>(as: string, path: string, input: unknown) => Promise<T>;

type Stage = {
  ask: Ask;
  trainer: string;
  city: string;
  organisationId: string;
  /** Who has no class yet. */
  people: readonly string[];
  /** The clock comes to an instant and does what is due. */
  comesTo(instant: number): Promise<void>;
};

const day = 86_400_000;

/** Makes every move of classes and enrolments once, by those who make them. */
export async function everyTrainingMove({ ask, trainer, city, organisationId, people, comesTo }: Stage): Promise<void> {
  const [one = '', two = '', three = '', four = '', five = ''] = people;
  const first = Date.parse('2026-12-07T08:30:00+08:00');
  const propose = async (capacity: number) =>
    (await ask<{ classId: string }>(trainer, 'training/proposeClass', plan({ organisationId, capacity }))).classId;
  const move = (as: string, classId: string, version: number, name: string, reason = '') =>
    ask(as, 'training/moveClass', { classId, version, move: name, reason });
  const open = async (capacity: number) => {
    const classId = await propose(capacity);
    await move(city, classId, 1, 'approve');
    return classId;
  };
  type Own = { own: { enrolmentId: string; version: number } };
  const enrol = (as: string, classId: string) => ask(as, 'training/enrol', { classId, ...details() });
  const act = async (as: string, classId: string, name: 'accept' | 'cancel') => {
    const { own } = await ask<Own>(as, 'training/class', { classId });
    const { enrolmentId, version } = own;
    await ask(as, `training/${name}`, { enrolmentId, version, ...(name === 'accept' && { details: null }) });
  };
  await move(city, await propose(1), 1, 'decline', '时间冲突');
  const off = await open(1);
  await ask(trainer, 'training/reschedule', { classId: off, version: 2, room: '102 室', halfDays: fourHalfDays });
  await enrol(one, off);
  await act(one, off, 'cancel');
  await enrol(one, off);
  await move(trainer, off, 6, 'cancel', '老师生病');
  const tight = await open(1);
  for (const [i, as] of [one, two, three, four].entries()) {
    await comesTo(first - 12 * day + i * 60_000);
    await enrol(as, tight);
  }
  await act(one, tight, 'cancel');
  await comesTo(first - 8 * day);
  await act(three, tight, 'accept');
  const whole = await open(3);
  for (const as of [one, two, five]) await enrol(as, whole);
  await comesTo(first);
  await comesTo(first + 2 * day);
  type Desk = { version: number; people: Array<{ enrolmentId: string }> };
  const desk = () => ask<Desk>(trainer, 'training/classDesk', { classId: whole });
  const [passes = '', fails = ''] = (await desk()).people.map(({ enrolmentId }) => enrolmentId);
  for (const n of [1, 2, 3, 4])
    await ask(trainer, 'training/saveAttendance', {
      classId: whole,
      n,
      version: 0,
      present: [passes, fails],
      reason: '',
    });
  for (const enrolmentId of [passes, fails])
    await ask(trainer, 'training/judge', { classId: whole, enrolmentId, plan: null, test: enrolmentId === passes });
  await ask(trainer, 'training/finish', { classId: whole, version: (await desk()).version });
}
