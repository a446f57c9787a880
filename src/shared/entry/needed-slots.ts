import type { Slot } from '../competition/blueprint';

/** What decides whether a slot must be filled, read from the form as typed. */
export type SlotFacts = {
  registered: boolean;
  claimsIp: boolean;
  /** Employees for whom social insurance is paid already. */
  insured: number;
};

/** Must this slot hold an accepted file before submitting? (rules §2.3; the rule's name is data of the edition.) */
export function isSlotNeeded(slot: Pick<Slot, 'neededWhen'>, facts: SlotFacts): boolean {
  switch (slot.neededWhen) {
    case 'always':
      return true;
    case 'registered':
      return facts.registered;
    case 'claimsIp':
      return facts.claimsIp;
    case 'claimsInsuredJobs':
      return facts.insured > 0;
    case 'never':
      return false;
  }
}

/** The facts as far as a half-finished form tells them. */
export function slotFactsOf(
  registered: boolean,
  project: Record<string, unknown>,
  jobs: Record<string, unknown>,
): SlotFacts {
  const insured = Number(jobs.insured);
  return {
    registered,
    claimsIp: project.claimsIp === true,
    insured: Number.isFinite(insured) ? insured : 0,
  };
}
