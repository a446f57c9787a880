import { sendBytes } from '../entry-factory';
import { makeJpg } from '../sample-files/picture';
import type { TestServer } from '../server';
import type { Cast } from './cast';

/** A look at a list that is about an entry, with its picture, and with another one on its way. */
export type Check = { checkId: string; sending: string; accepted: string };

type Looked = { checks: Array<{ looks: Array<{ id: string }> }> };

export async function makeCheck(server: TestServer, { clerk }: Cast, entryId: string): Promise<Check> {
  const { checks } = await server.ask<Looked>(clerk, 'screening/recordChecks', {
    entryId,
    codes: ['dishonestDebtor'],
    clear: true,
    checkedOn: '2026-11-24',
    note: '中国执行信息公开网查询截图',
  });
  const checkId = checks.flatMap(({ looks }) => looks)[0]?.id ?? '';
  const bytes = makeJpg();
  const begin = () =>
    server.ask<{ uploadId: string }>(clerk, 'screening/beginCheckPicture', {
      checkId,
      slot: 'picture',
      name: '截图.jpg',
      size: bytes.length,
    });
  const { uploadId: accepted } = await begin();
  await sendBytes(server, clerk, accepted, [bytes]);
  await server.ask(clerk, 'screening/finishCheckPicture', { uploadId: accepted });
  const { uploadId: sending } = await begin();
  return { checkId, sending, accepted };
}
