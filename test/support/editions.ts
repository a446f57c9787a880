import type { Values } from '@shared/competition/edition/values';
import { type PartName, partNames } from '@shared/competition/parts';
import { sendBytes } from './entry-factory';
import { makePdf } from './sample-files/pdf';
import { serverAfter, type TestServer } from './server';

export type PartView = {
  version: number;
  data: Values;
  problems: Record<string, string>;
  state: string;
  changes: Array<{ zh: string; before: string; after: string }>;
};

export const partOf = (server: TestServer, editionId: string, part: PartName): Promise<PartView> =>
  server.ask<PartView>('city', 'competition/editionPart', { editionId, part });

/** Types into a part over what stands, as the city's page does. */
export async function typePart(server: TestServer, editionId: string, part: PartName, more: Values): Promise<PartView> {
  const { version, data } = await partOf(server, editionId, part);
  return server.ask<PartView>('city', 'competition/savePart', { editionId, part, version, data: { ...data, ...more } });
}

/** What only the city knows of an edition that begins from the national blueprint, with days around the tests' clock. */
export const cityWords: Partial<Record<PartName, Values>> = {
  basics: {
    nameZh: '2027 年创业大赛',
    year: 2027,
    cutoffDate: '2026-11-01',
    'organiser.nameZh': '市创业大赛组委会办公室',
    'organiser.filingZh': '',
    'organiser.contactZh': '0357-2000000，工作日 8:00–18:00',
  },
  consents: { 'consents/sensitive/bodyZh': '为核对参赛资格，需要证件号码和手机号，保存至本届审核结束后 24 个月。' },
  phases: {
    'phases/signUp/opensAt': '2026-11-20',
    'phases/signUp/closesAt': '2026-12-20',
    'phases/screening/opensAt': '2026-11-20',
    'phases/screening/closesAt': '2026-12-31',
  },
};

/** A draft from the national blueprint with everything filled in and confirmed, ready to be published. */
export async function readyEdition(server: TestServer): Promise<string> {
  const { editionId } = await server.ask<{ editionId: string }>('city', 'competition/makeEdition', { from: null });
  for (const part of partNames) {
    const { version } = cityWords[part]
      ? await typePart(server, editionId, part, cityWords[part])
      : await partOf(server, editionId, part);
    await server.ask('city', 'competition/confirmPart', { editionId, part, version });
  }
  return editionId;
}

/** The same, published. */
export async function publishedEdition(server: TestServer): Promise<string> {
  const editionId = await readyEdition(server);
  const { version } = await server.ask<{ version: number }>('city', 'competition/edition', { editionId });
  await server.ask('city', 'competition/publishEdition', { editionId, version });
  return editionId;
}

/** A server that goes on from an edition that is ready to be published, or published. */
export async function serverWithEdition(
  stands: 'ready' | 'published',
): Promise<{ server: TestServer; editionId: string }> {
  const make = stands === 'ready' ? readyEdition : publishedEdition;
  const { server, made } = await serverAfter(`an edition ${stands}`, make);
  return { server, editionId: made };
}

/** Changes a part of a published edition and publishes it. */
export async function republish(
  server: TestServer,
  editionId: string,
  part: PartName,
  more: Values,
  reason = '按市里会议纪要调整',
): Promise<PartView> {
  const { version } = await typePart(server, editionId, part, more);
  return server.ask<PartView>('city', 'competition/publishPart', { editionId, part, version, reason });
}

/** Begins a template file of an edition's guide. */
export const beginTemplate = async (
  server: TestServer,
  editionId: string,
  name: string,
  size: number,
): Promise<string> =>
  (
    await server.ask<{ uploadId: string }>('city', 'competition/beginTemplateFile', {
      editionId,
      slot: 'template',
      name,
      size,
    })
  ).uploadId;

/** The same, sent and accepted; no guide names it yet. */
export async function sentTemplate(
  server: TestServer,
  editionId: string,
  name = '商业计划书模板.pdf',
): Promise<string> {
  const bytes = makePdf();
  const uploadId = await beginTemplate(server, editionId, name, bytes.length);
  await sendBytes(server, 'city', uploadId, [bytes]);
  await server.ask('city', 'competition/finishTemplateFile', { uploadId });
  return uploadId;
}
