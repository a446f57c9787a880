import { sql } from 'kysely';
import { partNames } from '../../src/shared/competition/parts';
import { cityWords } from '../support/editions';
import { setStage } from './stage';

const stage = setStage();

const idOf = (place: string) => `field-${place.replace(/[./]/g, '-')}`;
const words = cityWords as Record<string, Record<string, string | number>>;

test('from a database without an edition to one that everybody sees on the landing page', async () => {
  await sql`truncate edition cascade`.execute(stage.product.db);
  const city = await stage.person('city');
  await city.open('staff/editions');
  await city.sees('现在没有进行中的大赛');
  await city.tap('make-edition');
  await city.tap('from-national');
  await city.arrives('staff/edition');
  await city.sees('还有 10 项要看过并确认', '还没有填联系电话');
  const editionId = await city.param('editionId');
  // The regions' telephones are the regions' own work.
  await sql`update contest set phone = '0357-2000001' where edition_id = ${editionId}`.execute(stage.product.db);
  for (const part of partNames) {
    await city.tap(`part-${part}`);
    await city.arrives('staff/edition-part');
    if (part === 'basics') {
      await city.type(idOf('organiser.nameZh'), String(words.basics?.['organiser.nameZh']));
      await city.day(idOf('cutoffDate'), '2026-11-01');
    }
    if (part === 'consents') {
      await city.tap('item-sensitive');
      await city.type(idOf('consents/sensitive/bodyZh'), String(words.consents?.['consents/sensitive/bodyZh']));
    }
    if (part === 'phases') {
      for (const [phase, opens, closes] of [
        ['signUp', '2026-11-20', '2026-12-20'],
        ['screening', '2026-11-20', '2026-12-31'],
      ]) {
        await city.tap(`item-${phase}`);
        await city.day(idOf(`phases/${phase}/opensAt`), opens ?? '');
        await city.day(idOf(`phases/${phase}/closesAt`), closes ?? '');
      }
    }
    await city.reads('confirm-part', '确认这一部分');
    await city.tap('confirm-part');
    await city.arrives('staff/edition');
    await city.reads(`part-${part}`, '已确认');
  }
  await city.reads('publish', '发布');
  await city.tap('publish');
  expect(await city.answer(true)).toContain('发布后所有人都能看到');
  await city.sees('正在进行');
  const visitor = await stage.phone();
  await visitor.open('home');
  await visitor.sees('蒲县', '市创业大赛组委会办公室');
  await visitor.leave();
});
