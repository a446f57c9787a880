import type { Values } from '../../../../src/shared/competition/edition/values';
import { partOf, republish, sentTemplate, serverWithEdition, typePart } from '../../../support/editions';
import type { TestServer } from '../../../support/server';

let server: TestServer;
let editionId: string;
beforeEach(async () => {
  ({ server, editionId } = await serverWithEdition('published'));
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const status = async (as: string | null, path: string, input: object) => {
  const { status: said, body } = await server.call(as, path, input);
  return body.ok ? said : `${said} ${body.error.code}`;
};
const naming = (...files: Array<[uploadId: string, name: string]>): Values => ({
  'guide.templates': files.map(([uploadId]) => uploadId).join(','),
  ...Object.fromEntries(files.map(([uploadId, name]) => [`guide.templates/${uploadId}/name`, name])),
});
const read = async () => (await server.ask<{ templates: object[] }>(null, 'competition/guide')).templates;
const states = async (...ids: string[]) => {
  const rows = await server.db.selectFrom('upload').select(['id', 'removed_at']).where('id', 'in', ids).execute();
  return ids.map((id) => rows.find((row) => row.id === id)?.removed_at === null);
};

test('a file is handed out once the guide that names it is published, and to nobody before', async () => {
  const uploadId = await sentTemplate(server, editionId);
  const open = (as: string | null) => status(as, 'competition/openPublicFile', { uploadId });
  expect([await open(null), await open('lead-puxian'), await open('city')]).toEqual([
    '404 NOT_FOUND',
    '404 NOT_FOUND',
    200,
  ]);
  const typed = await typePart(server, editionId, 'guide', naming([uploadId, '商业计划书模板']));
  expect([typed.problems, await read(), await open(null)]).toEqual([{}, [], '404 NOT_FOUND']);
  await server.ask('city', 'competition/publishPart', {
    editionId,
    part: 'guide',
    version: typed.version,
    reason: '补上模板',
  });
  expect(await read()).toMatchObject([{ name: '商业计划书模板', uploadId, kind: 'pdf' }]);
  expect(await open(null)).toBe(200);
});

test('what no guide ever named goes as soon as none names it; what was published stays with its version', async () => {
  const [kept, never] = [await sentTemplate(server, editionId), await sentTemplate(server, editionId, '样本.pdf')];
  await republish(server, editionId, 'guide', naming([kept, '模板']));
  await typePart(server, editionId, 'guide', naming([kept, '模板'], [never, '样本']));
  expect(await status('city', 'competition/removeTemplateFile', { uploadId: never })).toBe(
    '422 COMPETITION_TEMPLATE_NAMED',
  );
  await typePart(server, editionId, 'guide', naming());
  expect(await states(kept, never)).toEqual([true, false]);
  await republish(server, editionId, 'guide', { 'guide.rulesZh': '以文件为准。' });
  expect([await read(), await states(kept)]).toEqual([[], [true]]);
  expect(await status(null, 'competition/openPublicFile', { uploadId: kept })).toBe('404 NOT_FOUND');
});

test('a guide names no file that is not there, and nobody but the city sends one', async () => {
  const foreign = '01930000-0000-7000-8000-000000000001';
  await typePart(server, editionId, 'guide', naming([foreign, '别处的文件']));
  expect((await partOf(server, editionId, 'guide')).data['guide.templates']).toBe('');
  const file = { editionId, slot: 'template', name: '模板.docx', size: 1000 };
  for (const as of ['lead-puxian', 'auditor', 'entrant-new'])
    expect(await status(as, 'competition/beginTemplateFile', file)).toMatch(/^403/);
  expect(await status('city', 'competition/beginTemplateFile', { ...file, editionId: 'LF-XH-2025' })).toBe(
    '422 COMPETITION_EDITION_OVER',
  );
});

test('a draft that is dropped takes its files along', async () => {
  const draft = await server.ask<{ editionId: string }>('city', 'competition/makeEdition', { from: null });
  const uploadId = await sentTemplate(server, draft.editionId);
  await typePart(server, draft.editionId, 'guide', naming([uploadId, '模板']));
  await server.ask('city', 'competition/dropEdition', { editionId: draft.editionId, version: 1 });
  expect(await server.db.selectFrom('upload').select('id').where('id', '=', uploadId).execute()).toEqual([]);
  expect(await server.db.selectFrom('subject').select('id').where('kind', '=', 'edition').execute()).toEqual([]);
});
