import type { Slot } from '../competition/blueprint';
import { type PaperKind, paperKindOf } from '../kernel/identity-paper';

/** What decides whether a slot must be filled, read from the form as typed. */
export type SlotFacts = {
  registered: boolean;
  claimsIp: boolean;
  /** Employees for whom social insurance is paid already. */
  insured: number;
  /** Is the leader known by another paper than the resident's card? */
  otherPaper: boolean;
};

type AnySlot = Pick<Slot, 'neededWhen'>;

/** Must this slot hold an accepted file before submitting? (rules §2.3; the rule's name is data of the edition.) */
export function isSlotNeeded(slot: AnySlot, facts: SlotFacts): boolean {
  switch (slot.neededWhen) {
    case 'always':
      return true;
    case 'registered':
      return facts.registered;
    case 'claimsIp':
      return facts.claimsIp;
    case 'claimsInsuredJobs':
      return facts.insured > 0;
    case 'otherPaper':
      return facts.otherPaper;
    case 'never':
      return false;
  }
}

/**
 * Does this slot hold a picture of a person's paper? Such a file is taken after that person's consent, opened like a sealed value, and
 * deleted with the sealed values (PIPL art. 28, 29, 47).
 */
export const isPersonalSlot = (slot: AnySlot): boolean => slot.neededWhen === 'otherPaper';

/** May this slot be filled? Of nobody's paper more is taken than is needed (PIPL art. 6). */
export const isSlotAsked = (slot: AnySlot, facts: SlotFacts): boolean =>
  !isPersonalSlot(slot) || isSlotNeeded(slot, facts);

/** What is said where no other may open such a file. */
export const personalFileZh = '证件照片只有负责人本人和受理的审核人员可以打开';

type Typed = Readonly<Record<string, unknown>>;

/**
 * The facts as far as a half-finished form tells them.
 * @param taken the papers that the edition takes
 */
export function slotFactsOf(
  registered: boolean,
  { project, leader, jobs }: Readonly<Record<'project' | 'leader' | 'jobs', Typed>>,
  taken: readonly PaperKind[],
): SlotFacts {
  const insured = Number(jobs.insured);
  return {
    registered,
    claimsIp: project.claimsIp === true,
    insured: Number.isFinite(insured) ? insured : 0,
    otherPaper: paperKindOf(leader.idKind, taken) !== 'resident_id',
  };
}
