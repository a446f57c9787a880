import { useEffect, useRef, useState } from 'react';
import { api } from '../../../../client/api';
import { useShownFile } from '../../../../patterns/files/use-shown-file';
import type { Review } from '../marks/mark-keeper';
import { inSlots, isMeantToOpen, type Material, slotNames } from '../material-words';

/**
 * Which document stands beside the form. Whoever holds the entry sees its first document at once; anybody else, and a person's paper always, when it
 * is asked for: each opening is on record.
 */
export function useDocuments(review: Review, wide: boolean) {
  const file = useShownFile(api.entry.openMaterial);
  const [chosen, setChosen] = useState<Material | null>(null);
  const names = slotNames(review);
  const show = async (material: Material): Promise<void> => {
    if (!(await isMeantToOpen(material, names[material.slot] ?? '证件照片'))) return;
    setChosen(material);
    await file.show(material.uploadId);
  };
  const first = inSlots(review.materials)
    .flatMap(([, files]) => files)
    .find(({ personal }) => !personal);
  const begun = useRef(false);
  const begin = wide && review.claimedByMe && review.state === 'under_review' && first !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when there is first room for it.
  useEffect(() => {
    if (!begin || begun.current || first === undefined) return;
    begun.current = true;
    void show(first);
  }, [begin]);
  return { names, chosen, show, file };
}
