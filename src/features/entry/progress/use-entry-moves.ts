import { sectionNames } from '@shared/entry/sections';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { useMoves } from '../../../patterns/cases/use-moves';
import { dropLocalDraft } from '../../../patterns/forms/local-draft';
import { draftName } from '../form/section-keeper';

/** The leader's moves. */
export function useEntryMoves(entryId: string) {
  const submit = useChange(api.entry.submit, touches.entry);
  const resubmit = useChange(api.entry.resubmit, touches.entry);
  const recall = useChange(api.entry.recall, touches.entry);
  const withdraw = useChange(api.entry.withdraw, touches.entry);
  const deletion = useChange(api.entry.deleteDraft, touches.entry);
  const { failure, busy, make, forget } = useMoves([submit, resubmit, recall, withdraw, deletion], ['entry']);
  return {
    failure,
    busy,
    forget,
    /** Submits a draft, or a corrected entry again. Each answers true when it was taken. */
    send: (move: 'submit' | 'resubmit', version: number): Promise<boolean> =>
      make(() => (move === 'submit' ? submit : resubmit).run({ entryId, version })),
    recall: (version: number): Promise<boolean> => make(() => recall.run({ entryId, version })),
    async deleteDraft(version: number): Promise<boolean> {
      if (!(await make(() => deletion.run({ entryId, version })))) return false;
      // What this device still held of it goes too.
      for (const section of sectionNames) dropLocalDraft(draftName(entryId, section));
      return true;
    },
    withdraw: (version: number, reason: string): Promise<boolean> =>
      make(() => withdraw.run({ entryId, version, reason })),
  };
}

export type EntryMoves = ReturnType<typeof useEntryMoves>;
