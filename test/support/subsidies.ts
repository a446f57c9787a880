import { agree, idNumber, upload } from './applications';
import { freshUscc } from './entry-factory';
import type { TestServer } from './server';

/** What somebody wants beside what fits every item. */
export type SubsidyWish = { regionId?: string; uscc?: string; person?: object; more?: object; consents?: object };

const account = '6222 0200 0000 1234';

export const subsidyBusiness = (uscc: string) => ({
  entityName: '蒲县山货农产品有限公司',
  uscc,
  registrationDate: '2024-03-01',
  smallFirm: 'yes',
  insuredMonths: 7,
});

/** An item of start-up money, begun, filled in and not yet handed in. */
export async function filledSubsidy(
  server: TestServer,
  as: string,
  kind: string,
  { regionId = '141033', uscc = freshUscc(), person = {}, more = {}, consents = {} }: SubsidyWish = {},
): Promise<string> {
  const { applicationId } = await server.ask<{ applicationId: string }>(as, 'benefits/beginApplication', {
    kind,
    regionId,
  });
  await agree(server, as, applicationId, { [`${kind}.hr`]: true, [`${kind}.finance`]: true, ...consents });
  const answers: Array<[string, object, object?]> = [
    [
      'person',
      { name: '王小明', keyGroup: 'returning_migrant', firstFounding: 'yes', ...person },
      { idNumber, phone: '19900001234' },
    ],
    ['business', { ...subsidyBusiness(uscc), ...more }],
    ['pay', { payee: '蒲县山货农产品有限公司' }, { account }],
  ];
  for (const [section, data, sealed] of answers)
    await server.ask(as, 'benefits/saveApplication', { applicationId, section, version: 0, data, sealed });
  await upload(server, as, applicationId, 'evidence');
  return applicationId;
}
