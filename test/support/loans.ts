import { shanghaiDate } from '@shared/kernel/shanghai';
import { filled, moveOn } from './applications';
import type { TestServer } from './server';

const lender = 'lender-1';

/** What guarantor and bank answer, each in its move. */
export const agreed = {
  amount: 20_000_000,
  fee: 50,
  counter: 'needed',
  counterZh: '一名公职人员保证',
  spouseCredit: 'none',
  notes: '经营正常',
};
export const approved = {
  amount: 20_000_000,
  rate: 350,
  months: 12,
  method: 'interestFirst',
  accrual: 'act360',
  inside: '客户经理意见',
};
export const lent = { disbursedOn: '2026-11-26', amount: 20_000_000, payee: '王小明', account: '6222 0200 0000 1234' };

/** Handed in, and passed on by HR. */
export async function atGuarantor(
  server: TestServer,
  as: string,
  changes: Parameters<typeof filled>[3] = {},
): Promise<string> {
  const { applicationId } = await filled(server, as, '141033', changes);
  expect(await moveOn(server, as, applicationId, 'submit')).toBe(200);
  await moveOn(server, 'loan-puxian', applicationId, 'claim');
  expect(await moveOn(server, 'loan-puxian', applicationId, 'pass')).toBe(200);
  return applicationId;
}

/** Lent today by the first bank of the demo. */
export async function lentTo(server: TestServer, as: string): Promise<string> {
  const id = await atGuarantor(server, as);
  expect(await moveOn(server, 'guarantor-1', id, 'agree', { answers: agreed })).toBe(200);
  expect(await moveOn(server, lender, id, 'approve', { answers: approved })).toBe(200);
  const today = shanghaiDate(server.clock.now());
  const signed = { contractOn: today, contractNo: `HT-${as}` };
  expect(await moveOn(server, lender, id, 'sign', { answers: signed })).toBe(200);
  expect(await moveOn(server, lender, id, 'disburse', { answers: { ...lent, disbursedOn: today } })).toBe(200);
  return id;
}
