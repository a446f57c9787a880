import { screeningContract } from '@shared/screening/contract';
import { move } from '../../cases/move';
import { entryNoun } from '../../entry/moves';
import type { EntryHead } from '../../entry/queries';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { reviewedEntry } from '../review/reviewed-entry';
import { insistUndecided } from './undecided';

export const release = procedure(screeningContract.release, reviewedEntry, (call, { version }, entry) =>
  releaseEntry(call, entry, version),
);

/** Puts an entry back into the queue, its clock running on and its marks kept for whoever takes it next; not one that is decided on. */
export const releaseEntry = (call: Call, entry: EntryHead, version: number) =>
  move(call, entryNoun, entry, { command: 'release', version }, async () => {
    await insistUndecided(call, entry);
    return {};
  });
