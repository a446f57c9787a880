import { seedPolicies } from '../../../cloudfunctions/core/seeds/policies';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await server.db.deleteFrom('policy_version').execute();
  await seedPolicies(server.db);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const asked = {
  code: 'guaranteed-loan-national',
  principalFen: 30_000_000,
  months: 12,
  method: 'interestFirst',
  rateBp: null as number | null,
  contractOn: '2027-01-15' as string | null,
};
const example = async (changes: Partial<typeof asked> = {}) => {
  const { status, body } = await server.call(null, 'benefits/loanExample', { ...asked, ...changes });
  return { status, ...(body as { data?: unknown; error?: unknown }) };
};

test('a visitor sees the rule work on their own figures, each with where it is written', async () => {
  const { data } = (await example()) as { data: { figures: Array<{ code: string }>; plan: unknown[] } };
  expect(data).toMatchObject({
    of: 'person',
    rateBp: 350,
    lacksZh: null,
    sum: { interestFen: 1_064_583, subsidyFen: 532_294, ownFen: 532_289 },
  });
  expect(data.plan).toHaveLength(5);
  expect(data.figures.map(({ code, ...words }) => [code, words])).toEqual([
    [
      'cap',
      expect.objectContaining({ valueZh: '300,000.00 元', sourceZh: expect.stringContaining('财金〔2023〕75号') }),
    ],
    ['months', expect.objectContaining({ valueZh: '36 个月' })],
    ['lpr', expect.objectContaining({ valueZh: '3%', sourceZh: expect.stringContaining('演示内容') })],
    ['rate', expect.objectContaining({ valueZh: '3.5%' })],
    ['share', expect.objectContaining({ valueZh: '50%', sourceZh: expect.stringContaining('第 2 版') })],
  ]);
});

test('what lies beyond the rule is said beside its field; a month without its LPR, a version of before and another policy are not made up', async () => {
  expect(await example({ principalFen: 30_000_001, months: 37, rateBp: 351 })).toMatchObject({
    status: 422,
    error: {
      code: 'BENEFITS_EXAMPLE_BEYOND_RULE',
      fields: { principalFen: '最高 30 万元', months: '最长 36 个月', rateBp: expect.stringContaining('3.5%') },
    },
  });
  for (const contractOn of ['2027-01-20', '2022-06-30']) {
    expect(await example({ contractOn, principalFen: 20_000_000 })).toMatchObject({
      data: { lacksZh: expect.any(String), plan: [], sum: { interestFen: 0 } },
    });
  }
  expect(
    await example({ code: 'guaranteed-loan-firm', principalFen: 400_000_000, months: 24, contractOn: null }),
  ).toMatchObject({ data: { of: 'firm', rateBp: 350 } });
  expect((await example({ code: 'training' })).status).toBe(404);
});
