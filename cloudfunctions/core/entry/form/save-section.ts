import { entryContract } from '@shared/entry/contract';
import { saveSection as save } from '../../forms/save-section';
import { procedure } from '../../rpc/procedure';
import { presentSection } from '../views/present-section';
import { entryForm } from './entry-form';
import { formOf } from './form-state';
import { judgeSection } from './judge-form';

/** Keeps what was typed, finished or not, and says what is still missing. */
export const saveSection = procedure(entryContract.saveSection, formOf, (call, input, { form }) =>
  save(call, entryForm, form, input, (form) =>
    presentSection(call, form, judgeSection(call, form, input.section), input.section),
  ),
);
