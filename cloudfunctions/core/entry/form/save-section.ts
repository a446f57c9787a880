import { entryContract } from '@shared/entry/contract';
import { saveSection as save } from '../../forms/save-section';
import { procedure } from '../../rpc/procedure';
import { entryOf } from '../subjects';
import { presentSection } from '../views/present-section';
import { entryForm } from './entry-form';
import { readForm } from './form-state';
import { judgeForm } from './judge-form';

/** Keeps what was typed, finished or not, and says what is still missing. */
export const saveSection = procedure(entryContract.saveSection, entryOf, async (call, input, head) =>
  save(call, entryForm, await readForm(call, head), input, (form) =>
    presentSection(call, form, judgeForm(call, form), input.section),
  ),
);
