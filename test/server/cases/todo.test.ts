import { type Todo, type TodoSource, todosOf, waitingFor } from '../../../cloudfunctions/core/cases/todo';
import type { Call } from '../../../cloudfunctions/core/rpc/call';
import type { Grant } from '../../../src/shared/kernel/actor';

const asked: string[] = [];
const todo = (id: string, dueDate: string | null): Todo => ({
  id,
  kind: 'some',
  title: id,
  detail: '',
  link: '/',
  dueDate,
  workdaysLeft: null,
  workdaysOver: null,
  provisional: false,
  tone: 'info',
});
const source = (name: string, how: Partial<TodoSource>, dueDate: string | null = null): TodoSource => ({
  ...how,
  read: async (_call, personId, today) => {
    asked.push(`${name} ${personId} ${today}`);
    return how.shownOnly ? { iWaitFor: [todo(name, dueDate)] } : { waitsForMe: [todo(name, dueDate)] };
  },
});
const sources = [
  source('all', {}),
  source('late', {}, '2026-12-02'),
  source('staff', { roles: ['regionStaff', 'regionLead'] }, '2026-12-01'),
  source('shown', { shownOnly: true }),
];
// The last instant of 1 December in Shanghai.
const callOf = (...grants: Grant[]) =>
  ({ actor: { personId: 'p', grants }, now: Date.UTC(2026, 11, 1, 15, 59, 59) }) as unknown as Call;
const lead: Grant = { role: 'regionLead', scope: { kind: 'region', regionId: '141033' } };
const bank: Grant = { role: 'lender', scope: { kind: 'organisation', organisationId: 'o' } };

beforeEach(() => asked.splice(0));

test('a source is asked for whom it concerns alone, and the first due stands first', async () => {
  const forBank = await todosOf(callOf(bank), sources);
  expect(asked).toEqual(['all p 2026-12-01', 'late p 2026-12-01', 'shown p 2026-12-01']);
  expect(forBank.waitsForMe.map(({ id }) => id)).toEqual(['late', 'all']);
  expect(forBank).toMatchObject({ iWaitFor: [{ id: 'shown' }], over: [], queues: [] });
  const forLead = await todosOf(callOf(bank, lead), sources);
  expect(forLead.waitsForMe.map(({ id }) => id)).toEqual(['staff', 'late', 'all']);
});

test('for what waits nobody is asked who has nothing that waits', async () => {
  const counted = async (call: Call) => (await waitingFor(call, sources)).waitsForMe.length;
  expect([await counted(callOf()), await counted(callOf(lead))]).toEqual([2, 3]);
  expect(asked.filter((line) => line.startsWith('shown'))).toEqual([]);
});
