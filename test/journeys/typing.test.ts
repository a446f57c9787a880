import { filledDraft } from '../support/entry-factory';
import { keyboardOf } from '../support/keyboard';
import { setStage } from './stage';

const stage = setStage();

test('what is typed faster than it is drawn, and by an input method, is kept in a browser as it was typed', async () => {
  const { entryId } = await filledDraft(stage.product, { leader: 'entrant-new', title: '山' });
  const person = await stage.person('entrant-new');
  const { enter, keys, erase, compose } = keyboardOf(person.page, (id) =>
    person.page.locator(`[id="${id}"] input, [id="${id}"] textarea`).first(),
  );
  const typed: Record<string, string> = {};
  await person.open('entry/section', { entryId, section: 'project' });
  await person.reads('done');
  for (const id of ['field-title', 'field-description']) {
    const before = await person.value(id);
    await enter(id);
    await keys('abcdefghijk', 10);
    await erase(3);
    await compose('shanhuo', '山货', 30);
    // A save is answered, and the page drawn anew, while letters are not yet characters.
    await compose('zhigong', '直供', 200);
    await enter(id, 5);
    await keys('xyz', 10);
    typed[id] = `${before}abcdefgxyzh山货直供`;
    expect(await person.value(id)).toBe(typed[id]);
  }
  await person.reads('save-sign', '已自动保存');
  await person.open('entry/section', { entryId, section: 'project' });
  await person.reads('done');
  for (const [id, words] of Object.entries(typed)) expect(await person.value(id)).toBe(words);

  await person.open('entry/section', { entryId, section: 'jobs' });
  await person.reads('done');
  await enter('field-direct');
  await erase((await person.value('field-direct')).length);
  await keys('7654321', 10);
  await erase(3);
  expect(await person.value('field-direct')).toBe('7654');
  await person.reads('save-sign', '已自动保存');
  await person.type('field-direct', '１２');
  expect(await person.value('field-direct')).toBe('１２');
  await person.tap('done');
  await person.arrives('entry/entry');
  await person.open('entry/section', { entryId, section: 'jobs' });
  await person.reads('done');
  expect(await person.value('field-direct')).toBe('12');
});
