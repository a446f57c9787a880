import { sectionNames } from '@shared/entry/sections';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { mayPass } from '../../../client/transport/failure';
import { dropLocalDraft } from '../form/local-draft';

/** The leader's moves. A refusal stays on show until the next try; when things changed elsewhere they are asked anew. */
export function useEntryMoves(entryId: string) {
  const cache = useQueryClient();
  const submit = useChange(api.entry.submit, touches.entry);
  const resubmit = useChange(api.entry.resubmit, touches.entry);
  const recall = useChange(api.entry.recall, touches.entry);
  const withdraw = useChange(api.entry.withdraw, touches.entry);
  const deletion = useChange(api.entry.deleteDraft, touches.entry);
  const all = [submit, resubmit, recall, withdraw, deletion];
  const failure = all.find((each) => each.failure !== null)?.failure ?? null;
  const code = failure?.code ?? '';
  const silent = mayPass(failure);
  useEffect(() => {
    if (code !== '' && !silent) void cache.invalidateQueries({ queryKey: ['entry'] });
  }, [cache, code, silent]);

  const forget = () => {
    for (const each of all) each.clear();
  };
  return {
    failure,
    busy: all.some((each) => each.busy),
    /** Submits a draft, or a corrected entry again. True when it was taken. */
    async send(move: 'submit' | 'resubmit', version: number): Promise<boolean> {
      forget();
      return (await (move === 'submit' ? submit : resubmit).run({ entryId, version })) !== null;
    },
    async recall(version: number): Promise<boolean> {
      forget();
      return (await recall.run({ entryId, version })) !== null;
    },
    async deleteDraft(version: number): Promise<boolean> {
      forget();
      if ((await deletion.run({ entryId, version })) === null) return false;
      // What this device still held of it goes too.
      for (const section of sectionNames) dropLocalDraft(entryId, section);
      return true;
    },
    async withdraw(version: number, reason: string): Promise<boolean> {
      forget();
      return (await withdraw.run({ entryId, version, reason })) !== null;
    },
  };
}

export type EntryMoves = ReturnType<typeof useEntryMoves>;
