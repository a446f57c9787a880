import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { organisationId } from '../../../cloudfunctions/core/seeds/organisations';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { idNumber, keepLoanPolicy, moveOn, saveAnswers, upload } from '../../support/applications';
import { freshPerson } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { lyingInInboxes } from '../../support/inboxes';
import { agreed, approved, atGuarantor, lent } from '../../support/loans';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await keepLoanPolicy(server);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const [first, second] = ['lender-1', 'lender-2'];
type View = {
  records: Array<{ zh: string; lines: Array<{ label: string; value: string }> }>;
  timeline: Array<{ zh: string; byZh: string; reason: string | null }>;
  office: { opens: boolean; files: Array<{ uploadId: string }> } | null;
};
const view = (as: string, applicationId: string) => server.ask<View>(as, 'benefits/application', { applicationId });
const codeOf = async (...[as, path, input]: Parameters<TestServer['call']>) => {
  const { status, body } = await server.call(as, path, input);
  return body.ok ? status : body.error.code;
};
const reveal = (as: string, applicationId: string) =>
  codeOf(as, 'benefits/reveal', { applicationId, field: 'person.idNumber' });

/** The bank asks, and the applicant answers by choosing this one. */
async function goesTo(as: string, applicationId: string, bank: 'bank-1' | 'bank-2', asks: string): Promise<void> {
  server.clock.pass(60_000);
  const faults = [{ section: 'loan', text: '请核对贷款银行' }];
  expect(await moveOn(server, asks, applicationId, 'askBank', { faults, reason: `${asks} 内部核对` })).toBe(200);
  await saveAnswers(server, as, applicationId, 'loan', { bank: organisationId(bank) });
  await upload(server, as, applicationId, 'more_papers');
  server.clock.pass(60_000);
  expect(await moveOn(server, as, applicationId, 'supplyBank')).toBe(200);
}

test('once another bank has it the one before knows of it no more; should it come back, it does again, but never what the other wrote', async () => {
  const as = await freshPerson(server);
  const id = await atGuarantor(server, as);
  await moveOn(server, 'guarantor-1', id, 'agree', { answers: agreed });
  expect(await reveal(first, id)).toBe(200);
  await goesTo(as, id, 'bank-2', first);

  for (const path of ['benefits/application', 'lending/loan'])
    expect(await codeOf(first, path, { applicationId: id })).toBe('NOT_FOUND');
  expect(await reveal(first, id)).toBe('NOT_FOUND');
  const { office } = await view(second, id);
  expect(office?.opens).toBe(true);
  const file = office?.files[0]?.uploadId ?? '';
  expect(await codeOf(second, 'benefits/openFile', { uploadId: file })).toBe(200);
  expect(await codeOf(first, 'benefits/openFile', { uploadId: file })).toBe('NOT_FOUND');
  expect(await server.ask(second, 'benefits/reveal', { applicationId: id, field: 'person.idNumber' })).toEqual({
    value: idNumber,
  });
  // What the first wrote for itself is not the second's to read.
  expect(JSON.stringify(await view(second, id))).not.toContain('lender-1 内部核对');
  const banks = (await view(as, id)).timeline.filter(({ byZh }) => byZh.startsWith('演示银行'));
  expect(banks.map(({ byZh }) => byZh)).toEqual(['演示银行一']);

  await goesTo(as, id, 'bank-1', second);
  expect(await reveal(second, id)).toBe('NOT_FOUND');
  expect(await reveal(first, id)).toBe(200);
  const again = JSON.stringify(await view(first, id));
  expect([again.includes('lender-1 内部核对'), again.includes('lender-2 内部核对')]).toEqual([true, false]);
  const { rows } = await sql<{ organisation_id: string }>`select organisation_id from application_party
    where application_id = ${id} and party = 'bank' order by n`.execute(server.db);
  expect(rows.map(({ organisation_id }) => organisation_id)).toEqual(
    (['bank-1', 'bank-2', 'bank-1'] as const).map((bank) => organisationId(bank)),
  );

  // Of what follows the bank that lends is told, and no other.
  await moveOn(server, first, id, 'approve', { answers: approved });
  await moveOn(server, first, id, 'sign', { answers: { contractOn: '2026-11-24', contractNo: 'HT-1' } });
  expect(await moveOn(server, first, id, 'disburse', { answers: { ...lent, disbursedOn: '2026-11-24' } })).toBe(200);
  await makeTick(server.home, areas)();
  const told = await lyingInInboxes(server.db)
    .select('d.person_id')
    .where('m.notice', '=', 'loan.disbursed.desk')
    .execute();
  expect(told.map(({ person_id }) => person_id).sort()).toEqual(
    [first, 'loan-puxian', 'loan-city'].map(personaId).sort(),
  );
  // As its page does, the message asks for the card that was not sent.
  const said = await lyingInInboxes(server.db)
    .select('m.body')
    .where('m.notice', '=', 'application.passedOn')
    .execute();
  expect(said.map(({ body }) => body)).toContain('现为“等待放款”，由演示银行一办理。请点开上传银行卡复印件。');
});

test('what an office wrote in the very second in which the case came to it is its own to read', async () => {
  server.clock.set(fixedNow + 500);
  const id = await atGuarantor(server, await freshPerson(server));
  await moveOn(server, 'guarantor-1', id, 'agree', { answers: agreed });
  await moveOn(server, first, id, 'approve', { answers: { ...approved, inside: '内部审批意见甲' } });
  expect(JSON.stringify((await view(first, id)).records)).toContain('内部审批意见甲');
});
