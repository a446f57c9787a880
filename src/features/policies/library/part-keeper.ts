import { keptPart, unkeepablePart } from '@shared/policies/drafts/kept';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../client/api';
import { touch, touches } from '../../../client/cache/touches';
import { FormKeeper } from '../../../patterns/forms/form-keeper';
import { useFormKeeper } from '../../../patterns/forms/use-form-keeper';
import { draftKey, type PartView, partKey } from './library-views';

/** Keeps a part of a draft while it is typed, as a section of an entry is kept. */
export function usePartKeeper(view: PartView) {
  const cache = useQueryClient();
  const { policyDraftId, part } = view;
  return useFormKeeper(
    () =>
      new FormKeeper<PartView, never>(
        {
          draft: `policy:${policyDraftId}:${part}`,
          save: ({ version, data }, key) =>
            api.policies.saveDraftPart({ policyDraftId, part, version, data }, { context: { key } }),
          plain: (values) => keptPart(part, values),
          unkeepable: unkeepablePart,
          onSaved: (saved) => {
            cache.setQueryData(partKey(policyDraftId, part), saved);
            touch(cache, touches.library, 'none');
            // What is saved as the page is left makes another version of the draft, which its page below shows and moves by.
            void cache.invalidateQueries({ queryKey: draftKey(policyDraftId) });
          },
        },
        view,
      ),
  );
}
