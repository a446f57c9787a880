import { fieldsOf } from '@shared/entry/fields';
import type { SectionName } from '@shared/entry/sections';
import { keptSection, unkeepable } from '@shared/forms/kept-section';
import { api } from '../../../client/api';
import { FormKeeper } from '../../../patterns/forms/form-keeper';
import type { Kept } from '../../../patterns/forms/form-rules';
import type { SectionView } from '../entry-view';

/** The numbers of a section that only the server keeps. */
export type SealedName = 'idNumber' | 'phone';

export type SectionKeeper = FormKeeper<SectionView, SealedName>;
export type KeptSection = Kept<SectionView, SealedName>;

/** A section's name on this device. */
export const draftName = (entryId: string, section: SectionName): string => `${entryId}:${section}`;

/** Keeps one section of an entry while it is typed. */
export const sectionKeeper = (
  entryId: string,
  view: SectionView,
  onSaved: (view: SectionView) => void,
): SectionKeeper => {
  const { section } = view;
  return new FormKeeper(
    {
      draft: draftName(entryId, section),
      save: (saving, key) => api.entry.saveSection({ entryId, section, ...saving }, { context: { key } }),
      plain: (values) => keptSection(fieldsOf[section], values),
      unkeepable: (values) => unkeepable(fieldsOf[section], values),
      onSaved,
    },
    view,
  );
};
