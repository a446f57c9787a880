import { keptPart, unkeepablePart } from '@shared/competition/edition/kept';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../client/api';
import { touch, touches } from '../../../client/cache/touches';
import { FormKeeper } from '../../../patterns/forms/form-keeper';
import { useFormKeeper } from '../../../patterns/forms/use-form-keeper';
import type { PartView } from './edition-views';

/** Keeps a part of an edition while it is typed, as a section of an entry is kept. */
export function usePartKeeper(view: PartView) {
  const cache = useQueryClient();
  const { editionId, part } = view;
  return useFormKeeper(
    () =>
      new FormKeeper<PartView, never>(
        {
          draft: `edition:${editionId}:${part}`,
          save: ({ version, data }, key) =>
            api.competition.savePart({ editionId, part, version, data }, { context: { key } }),
          plain: (values) => keptPart(part, values, values),
          unkeepable: unkeepablePart,
          onSaved: (saved) => {
            cache.setQueryData(['competition', 'editionPart', editionId, part], saved);
            touch(cache, touches.competition, 'none');
          },
        },
        view,
      ),
  );
}

export type PartKeeper = ReturnType<typeof usePartKeeper>['keeper'];
