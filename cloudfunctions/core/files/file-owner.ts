import type { Slot } from '@shared/files/slot';
import type { Rule } from '@shared/kernel/define-access';
import type { RawBuilder } from 'kysely';
import type { Db } from '../platform/db';
import type { Call } from '../rpc/call';

/**
 * A kind of subject that has files, as its area registers it: what has to be known of a subject where no procedure of its area runs, which is
 * the endpoint that takes bytes, and the worker.
 */
export type FileOwner = {
  /** As in `subject.kind`: files are audited in the chain `<kind>:<id>`, as `<kind>/<act>`. */
  readonly kind: string;
  /** Keeps everybody else from changing a subject, and from its audit chain, until the transaction ends. */
  lock(subjectId: string): RawBuilder<unknown>;
  /** What a subject's slot takes; null: it has no such slot. */
  slot(db: Db, subjectId: string, code: string): Promise<Slot | null>;
  /** May this person send a file into a subject's slot now? `hidden`: nor know of it. */
  admits(call: Call, subjectId: string, personId: string, slot: string): Promise<'open' | 'closed' | 'hidden'>;
  /** What may be begun in an hour, and announced in a day in bytes, for one subject by all who work on it; `zh` names it in the refusal. */
  readonly most: { readonly begun: number; readonly bytes: number; readonly zh: string };
};

/**
 * `admits` by what the area says of its subjects anyway: who may write in one, and whether it, or that slot of it, stands open.
 * @param load without a lock; null: there is no such subject
 */
export const admitting =
  <Subject>(
    load: (call: Call, subjectId: string) => Promise<Subject | null>,
    by: Rule<Subject>,
    isOpen: (subject: Subject, call: Call, slot: string) => boolean | Promise<boolean>,
  ): FileOwner['admits'] =>
  async (call, subjectId, personId, slot) => {
    const subject = await load(call, subjectId);
    if (subject === null || !by.decide({ personId, grants: [] }, subject).ok) return 'hidden';
    return (await isOpen(subject, call, slot)) ? 'open' : 'closed';
  };

export type FileOwners = ReadonlyMap<string, FileOwner>;

/** The registry: every kind that the areas name, by its name. */
export const fileOwnersOf = (areas: ReadonlyArray<{ readonly fileOwners?: readonly FileOwner[] }>): FileOwners =>
  new Map(areas.flatMap(({ fileOwners = [] }) => fileOwners.map((owner) => [owner.kind, owner] as const)));

/** Throws when no area registers the kind: its rows could not have come from here. */
export function ownerOf(owners: FileOwners, kind: string): FileOwner {
  const owner = owners.get(kind);
  if (!owner) throw new Error(`No area registers files of the kind ${kind}.`);
  return owner;
}
