import { sql } from 'kysely';
import { allAnswers } from '../../../src/shared/benefits/application/problems';
import { incubatorPlace } from '../../../src/shared/benefits/kinds/incubator-place';
import type { Answers } from '../../../src/shared/forms/question';
import { filled, idNumber, keepLoanPolicy, moveOn, saveAnswers } from '../../support/applications';
import { freshPerson } from '../../support/entry-factory';
import { agreed, approved, atGuarantor } from '../../support/loans';
import { freshServer, type TestServer } from '../../support/server';
import { filledSubsidy } from '../../support/subsidies';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await keepLoanPolicy(server);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

/** A move as it stands; answers the code of the refusal with what is said beside the fields, or the status. */
async function moved(as: string, applicationId: string, move: string, answers: object) {
  const { version } = await server.ask<{ version: number }>(as, 'benefits/application', { applicationId });
  const input = { applicationId, version, move, reason: '', faults: [], answers };
  const { status, body } = await server.call(as, 'benefits/moveApplication', input);
  return body.ok ? status : [body.error.code, body.error.fields];
}
type Records = { records: Array<{ lines: Array<{ field: string; value: string }> }> };
const said = async (as: string, applicationId: string, field: string) =>
  (await server.ask<Records>(as, 'benefits/application', { applicationId })).records
    .flatMap(({ lines }) => lines)
    .filter((line) => line.field === field)
    .map(({ value }) => value);

test('what an office types with a move is made plain as a form is, holds no identity number, and what cannot be seen is missing', async () => {
  const id = await atGuarantor(server, await freshPerson(server));
  const noNumber = '请不要在这里填写身份证号，删去后再保存';
  const wide = idNumber.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  expect(
    await moved('guarantor-1', id, 'agree', { ...agreed, counterZh: `保证人 ${idNumber}`, notes: `配偶 ${wide}` }),
  ).toEqual(['TEXT_HAS_ID_NUMBER', { counterZh: noNumber, notes: noNumber }]);
  expect(await moved('guarantor-1', id, 'agree', { ...agreed, counterZh: '\u202e\u200b' })).toEqual([
    'BENEFITS_ANSWERS_WRONG',
    { counterZh: '请填写反担保方式' },
  ]);
  expect(await moved('guarantor-1', id, 'agree', { ...agreed, counterZh: ' \u202e一名\u200b公职人员 ' })).toBe(200);
  expect(await said('guarantor-1', id, 'counterZh')).toEqual(['一名公职人员']);
  expect(await moved('lender-1', id, 'approve', { ...approved, inside: true, method: 1 })).toEqual([
    'BENEFITS_ANSWERS_WRONG',
    { inside: '请填写内部审批意见', method: '请选择还款方式' },
  ]);
  expect(await moved('lender-1', id, 'approve', approved)).toBe(200);
  expect(await moved('lender-1', id, 'sign', { contractOn: '2026/11/24', contractNo: 'HT\u200b-１' })).toBe(200);
  expect(await said('lender-1', id, 'contractNo')).toEqual(['HT-１']);
  expect(await said('lender-1', id, 'contractOn')).toEqual(['2026-11-24']);
});

test.each([
  ['person', { name: true }, { name: '请填写姓名' }],
  ['person', { name: 12 }, { name: '请填写姓名' }],
  ['business', { about: 5 }, { about: '请填写项目情况和资金用途' }],
  ['group', { loanTimes: 0.5 }, { loanTimes: '请填写次数，没有填 0' }],
  ['loan', { wan: 0.000001 }, { wan: '请填写以万元为单位的额度' }],
  ['loan', { wan: 9.99999 }, { wan: '请填写以万元为单位的额度' }],
] as const)('%s %j is wrong, and nothing is handed in with it', async (section, changes, problems) => {
  const as = await freshPerson(server);
  const { applicationId } = await filled(server, as);
  const { body } = await saveAnswers(server, as, applicationId, section, changes);
  expect(body).toMatchObject({ data: { problems } });
  expect(await moveOn(server, as, applicationId, 'submit')).toBe('BENEFITS_UNFINISHED');
});

test('what was answered before something else was chosen, and is no longer asked for, says nothing: it is neither judged nor handed in', async () => {
  const as = await freshPerson(server);
  const left = { otherLoans: 'allowed', consumerLoan: 1e15 };
  const { applicationId } = await filled(server, as, '141033', { group: left });
  expect(await moveOn(server, as, applicationId, 'submit')).toBe(200);
  const { rows } = await sql<{ said: string }>`select data::text as said from snapshot
    where subject_id = ${applicationId}`.execute(server.db);
  expect(rows.map(({ said }) => said.includes('consumerLoan'))).toEqual([false]);
  // A place’s months of before count only where there were any.
  const answers = { business: { earlier: 'no', earlierMonths: 30 } as Answers };
  const asked = (of: typeof answers) =>
    allAnswers(incubatorPlace, (section) => (section === 'business' ? of.business : {}));
  expect(asked(answers)).toEqual({ 'business.earlier': 'no' });
  expect(asked({ business: { earlier: 'yes', earlierMonths: 30 } })).toEqual({
    'business.earlier': 'yes',
    'business.earlierMonths': 30,
  });
});

test.each([
  [{ registrationDate: '2026-11-25' }, { registrationDate: '不能晚于今天' }],
  [{ registrationDate: '2026-11-24', insuredMonths: 1.5 }, { insuredMonths: '请填写整月数，没有填 0' }],
] as const)('start-up money: %j is a slip', async (more, problems) => {
  const as = await freshPerson(server);
  const id = await filledSubsidy(server, as, 'subsidy-one-off', { more });
  type Own = { own: { sections: Array<{ section: string; problems: object }> } };
  const { own } = await server.ask<Own>(as, 'benefits/application', { applicationId: id });
  expect(own.sections.find(({ section }) => section === 'business')?.problems).toEqual(problems);
});

test.each([0, 1949, 2024.5])('a graduation in the year %s is a slip', async (graduationYear) => {
  const as = await freshPerson(server);
  const person = { keyGroup: 'graduate', graduationYear };
  const id = await filledSubsidy(server, as, 'subsidy-rent', { more: { years: 1 }, person });
  expect(await moveOn(server, as, id, 'submit')).toBe('BENEFITS_UNFINISHED');
});

test('an amount with cents of 万元 is handed in', async () => {
  const as = await freshPerson(server);
  const { applicationId } = await filled(server, as, '141033', { loan: { wan: 9.55 } });
  expect(await moveOn(server, as, applicationId, 'submit')).toBe(200);
});
