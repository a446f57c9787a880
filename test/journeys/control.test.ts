import { submit } from '../support/acts/entry';
import { filledDraft } from '../support/entry-factory';
import { setStage } from './stage';

const stage = setStage();
/** Where the built task list binds what its button does. */
const binding = /("?busy"?:[\w$]+\.busy,"?disabled"?:null!==[\w$]+,"?onTap"?:)/;

test('the control: when the button for submitting does nothing, the road fails there', async () => {
  const { hand: entrant, id } = await stage.fresh();
  const { entryId } = await filledDraft(stage.product, { leader: id });
  let stripped = 0;
  await entrant.context.route('**/js/*.js', async (route) => {
    const answer = await route.fetch();
    const code = await answer.text();
    if (binding.test(code)) stripped += 1;
    await route.fulfill({ response: answer, body: code.replace(binding, '$1()=>{},unbound:') });
  });
  entrant.context.setDefaultTimeout(2000);
  entrant.context.setDefaultNavigationTimeout(2000);
  await entrant.open('entry/entry', { entryId });
  await entrant.at('submit').waitFor({ timeout: 10_000 });
  expect(stripped).toBe(1);
  await expect(submit(entrant)).rejects.toThrow('arrives(entry/receipt)');
  expect(await stage.entry(entryId)).toMatchObject({ state: 'draft', reference: null });
  await entrant.context.close();
});
