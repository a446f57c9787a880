import { createHash } from 'node:crypto';
import { asPersona, deck, film, licence, plan } from '../support/acts/entry';
import type { Person } from '../support/person';
import { walkRoad } from '../support/road';
import { setStage } from './stage';

const stage = setStage();
const pptx = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Opens every file of an entry on its review; answers what each address holds, and whether the browser shows it or saves it. */
async function readFiles(clerk: Person, entryId: string): Promise<unknown[]> {
  await clerk.open('staff/review', { entryId });
  const buttons = clerk.page.locator('[id^="open-"]').filter({ visible: true });
  await buttons.first().waitFor();
  const read: unknown[] = [];
  const addresses = new Set<string>();
  for (const button of await buttons.all()) {
    // A page of its own asks for what it shows; what is saved comes as a download. Chromium without a screen does both with a PDF.
    const isNew = (url: string) => url.includes('/files/') && !addresses.has(url);
    const coming = Promise.any([
      clerk.context.waitForEvent('request', (request) => isNew(request.url())).then((asked) => asked.url()),
      clerk.page.waitForEvent('download', (saved) => isNew(saved.url())).then((saved) => saved.url()),
    ]);
    await button.tap();
    const address = await coming;
    addresses.add(address);
    const answer = await clerk.context.request.get(address);
    const { 'content-type': type, 'content-disposition': way = '' } = answer.headers();
    read.push([type, way.split(';')[0], digest(await answer.body())]);
  }
  return read;
}

test('the road: a visitor enters a project, the clerk returns it with every fault named, gets it back and approves it', async () => {
  const { product } = stage;
  const [entrant, clerk] = [await stage.phone(), await stage.person('clerk-puxian-1')];
  const entryId = await walkRoad({
    db: product.db,
    auditKeys: product.home.auditKeys,
    entrant,
    clerk,
    clerkName: '蒲县审核人员一',
    signIn: asPersona('new'),
    due: product.told,
    pass: product.pass,
  });
  expect(await readFiles(clerk, entryId)).toEqual([
    ['application/pdf', 'inline', digest(plan.bytes)],
    ['image/jpeg', 'inline', digest(licence.bytes)],
    [pptx, 'attachment', digest(deck.bytes)],
    ['video/mp4', 'inline', digest(film.bytes)],
  ]);
});
