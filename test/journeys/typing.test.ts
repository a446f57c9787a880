import { begin } from '../support/acts/entry';
import { keyboardOf } from '../support/keyboard';
import { setStage } from './stage';

const stage = setStage();

test('what is typed faster than it is drawn, and by an input method, is kept in a browser as it was typed', async () => {
  const person = await stage.phone('new');
  const entryId = await begin(person, 'start_up');
  const { enter, keys, erase, compose } = keyboardOf(person.page, (id) =>
    person.page.locator(`[id="${id}"] input, [id="${id}"] textarea`).first(),
  );
  await person.tap('section-project');
  await person.arrives('entry/section');
  for (const id of ['field-title', 'field-description']) {
    await enter(id);
    await keys('abcdefghijk', 10);
    await erase(3);
    await compose('shanhuo', '山货', 30);
    // A save is answered, and the page drawn anew, while letters are not yet characters.
    await compose('zhigong', '直供', 200);
    await enter(id, 5);
    await keys('xyz', 10);
    expect(await person.value(id)).toBe('abcdefgxyzh山货直供');
  }
  await person.reads('save-sign', '已自动保存');
  await person.open('entry/section', { entryId, section: 'project' });
  for (const id of ['field-title', 'field-description']) {
    expect(await person.value(id)).toBe('abcdefgxyzh山货直供');
  }

  await person.open('entry/section', { entryId, section: 'jobs' });
  await enter('field-direct');
  await keys('7654321', 10);
  await erase(3);
  expect(await person.value('field-direct')).toBe('7654');
  await person.reads('save-sign', '已自动保存');
});
