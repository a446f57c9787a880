import { areas } from '../../cloudfunctions/core/areas';
import { fileOwnersOf } from '../../cloudfunctions/core/files/file-owner';
import { receiveUpload } from '../../cloudfunctions/core/files/receive-upload';
import { makeUploadToken } from '../../cloudfunctions/core/platform/storage/upload-token';
import { shippedPolicies } from '../../cloudfunctions/core/policies/shipped';
import { organisationId } from '../../cloudfunctions/core/seeds/organisations';
import { personaId } from '../../cloudfunctions/core/seeds/personas';
import { seedPolicies } from '../../cloudfunctions/core/seeds/policies';
import { checkDigitOf } from '../../src/shared/kernel/resident-id';
import { makePdf } from './sample-files/pdf';
import type { TestServer } from './server';

const first17 = '14100019980307123';
export const idNumber = `${first17}${checkDigitOf(first17)}`;

/** What somebody fit for the loan answers. */
export const answers = {
  person: { name: '王小明', retirementKind: 'man' },
  business: { entityKind: 'none', address: '蒲县蒲城镇西关街', about: '核桃加工，资金用于买烘干机' },
  group: {
    keyGroup: 'graduate',
    loanTimes: 0,
    loanUnsettled: 'no',
    loanOverdueEver: 'no',
    otherCentralSubsidy: 'no',
    otherLoans: 'allowed',
    spouseOtherLoans: 'none',
  },
  loan: { wan: 20, months: 24, bank: organisationId('bank-1') },
};

type Section = { section: string; version: number };

/** The one policy by which the loan is judged. */
export async function keepLoanPolicy({ db }: TestServer, named = 'guaranteed-loan-national'): Promise<void> {
  await seedPolicies(
    db,
    shippedPolicies.filter(({ code, version }) => code === named && version === 2),
  );
}

export const begin = async (server: TestServer, as: string, regionId = '141033'): Promise<string> =>
  (await server.ask<{ applicationId: string }>(as, 'benefits/beginApplication', { kind: 'guaranteed-loan', regionId }))
    .applicationId;

/** Saves a part as its applicant. */
export async function saveAnswers(
  server: TestServer,
  as: string,
  applicationId: string,
  section: keyof typeof answers,
  changes: object = {},
) {
  const { own } = await server.ask<{ own: { sections: Section[] } }>(as, 'benefits/application', { applicationId });
  const version = own.sections.find((each) => each.section === section)?.version ?? 0;
  const sealed = section === 'person' ? { sealed: { idNumber, phone: '19900001234' } } : {};
  const data = { ...answers[section], ...changes };
  return server.call(as, 'benefits/saveApplication', { applicationId, section, version, data, ...sealed });
}

const all = { 'guaranteed-loan.hr': true, 'guaranteed-loan.guarantor': true, 'guaranteed-loan.bank': true };
export const agree = (server: TestServer, as: string, applicationId: string, consents: object = all) =>
  server.call(as, 'benefits/agree', { applicationId, consents });

export async function upload(server: TestServer, as: string, applicationId: string, slot: string): Promise<string> {
  const bytes = makePdf();
  const announced = { applicationId, slot, name: '毕业证.pdf', size: bytes.length };
  const { uploadId } = await server.ask<{ uploadId: string }>(as, 'benefits/beginUpload', announced);
  const personId = as.length === 36 ? as : personaId(as);
  const token = makeUploadToken({ uploadId, personId, now: server.clock.now() }, server.home.keys);
  const source = (async function* () {
    yield bytes;
  })();
  await receiveUpload(server.home, fileOwnersOf(areas), { uploadId, token, source });
  await server.ask(as, 'benefits/finishUpload', { uploadId });
  return uploadId;
}

/** Begun and filled in, so that nothing stands in the way of handing it in. */
export async function filled(
  server: TestServer,
  as: string,
  regionId = '141033',
  changes: { [Section in keyof typeof answers]?: object } = {},
) {
  const applicationId = await begin(server, as, regionId);
  await agree(server, as, applicationId);
  for (const section of Object.keys(answers) as Array<keyof typeof answers>)
    await saveAnswers(server, as, applicationId, section, changes[section]);
  return { applicationId, uploadId: await upload(server, as, applicationId, 'group_proof') };
}

export const order = (move: string, version: number, more: object = {}) => ({
  move,
  version,
  reason: '',
  faults: [],
  ...more,
});

/** A move as it stands now; answers the status or the code of the refusal. */
export async function moveOn(server: TestServer, as: string, applicationId: string, move: string, more: object = {}) {
  const { version } = await server.ask<{ version: number }>(as, 'benefits/application', { applicationId });
  const asked = move === 'pass' ? { answers: { guarantor: organisationId('guarantor') } } : {};
  const { status, body } = await server.call(as, 'benefits/moveApplication', {
    applicationId,
    ...order(move, version, { ...asked, ...more }),
  });
  return body.ok ? status : body.error.code;
}
