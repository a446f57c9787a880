import { readAppointment } from '../../../cloudfunctions/host/appointment';

test('what the command line asks for', () => {
  expect(readAppointment(['--role', 'cityStaff'])).toEqual({ role: 'cityStaff', region: null, again: null });
  expect(readAppointment(['--region', '蒲县', '--role', 'regionLead', '--again', ' 离岗 '])).toEqual({
    role: 'regionLead',
    region: '蒲县',
    again: '离岗',
  });
});

test.each([
  [[]],
  [['--role']],
  [['--role', 'mayor']],
  [['--role', 'entrant']],
  [['--region', '蒲县']],
  [['--role', 'cityStaff', '--again', ' ']],
  [['--role', 'cityStaff', '--role', 'auditor']],
  [['--role', 'cityStaff', '--force', 'yes']],
])('%j is told how it is typed', (args) => {
  expect(() => readAppointment(args)).toThrow(/^用法：npm run appoint -- --role cityStaff/);
});
