import { useQueryClient } from '@tanstack/react-query';
import { touch, touches } from '../../../client/cache/touches';
import { useFormKeeper } from '../../../patterns/forms/use-form-keeper';
import { type EntryView, entryKey, type SectionView } from '../entry-view';
import { sectionKeeper } from './section-keeper';

/** A section's keeper for as long as the page stands; what it saved is what every page of the entry shows. */
export function useSectionKeeper(entryId: string, view: SectionView) {
  const cache = useQueryClient();
  const put = (saved: SectionView) => {
    cache.setQueryData<EntryView>(
      entryKey(entryId),
      (entry) =>
        entry && {
          ...entry,
          sections: entry.sections.map((each) => (each.section === saved.section ? saved : each)),
        },
    );
    // The task list and the obstacles changed too; they are asked again when their page comes into view.
    touch(cache, touches.entry, 'none');
  };
  return useFormKeeper(() => sectionKeeper(entryId, view, put));
}
