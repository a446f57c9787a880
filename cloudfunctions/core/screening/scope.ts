import { type Actor, regionsOf } from '@shared/kernel/actor';

/** The regions whose entries a reader may see: those of the reader's grants, by exact id, or all. */
export function regionsRead(actor: Actor): readonly string[] | 'all' {
  const regionIds = new Set<string>();
  for (const role of ['regionStaff', 'regionLead', 'cityStaff', 'auditor'] as const) {
    const held = regionsOf(actor, role);
    if (held === 'all') return 'all';
    for (const id of held) regionIds.add(id);
  }
  return [...regionIds];
}
