import { toShanghai } from '@shared/kernel/shanghai';
import { answersOf, type FormRows, maskedOf } from './form-rows';

/** What stands in a section, for the contract's `sectionShown`; whether it is open and what is wrong in it its area says. */
export function presentSection<Section extends string>(form: FormRows<Section>, section: Section) {
  const row = form.sections.get(section);
  return {
    version: row?.version ?? 0,
    data: { ...answersOf(form, section) },
    masked: maskedOf(form, section),
    savedAt: row ? toShanghai(row.savedAt) : null,
    savedByZh: row?.savedByZh ?? null,
  };
}
