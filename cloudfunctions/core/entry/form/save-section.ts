import { entryContract } from '@shared/entry/contract';
import { saveSection as save } from '../../forms/save-section';
import { keepVerdicts } from '../../people/moves';
import { knownWith } from '../../people/queries';
import { later } from '../../platform/pipeline';
import { me } from '../../rpc/call';
import { askingProcedure } from '../../rpc/procedure';
import { presentSection } from '../views/present-section';
import { entryForm } from './entry-form';
import { formOf } from './form-state';
import { judgeSection } from './judge-form';
import { judgeTitle } from './read-by-others';

/** Keeps what was typed, finished or not, and says what is still missing. A title was judged before; what was refused of it stands beside it. */
export const saveSection = askingProcedure(
  entryContract.saveSection,
  formOf,
  judgeTitle,
  async (call, input, { form }, judged) => {
    const known = { ...form, texts: knownWith(form.texts, judged) };
    const saved = await save(call, entryForm, known, input, (form) =>
      presentSection(call, form, judgeSection(call, form, input.section), input.section),
    );
    if (judged.length > 0) await later(call.db, keepVerdicts(input.entryId, me(call), judged, call.now));
    return saved;
  },
);
