import type { Slot } from '@shared/competition/blueprint';
import { isSlotAsked, isSlotNeeded, type SlotFacts, slotFactsOf } from '@shared/entry/needed-slots';
import { answersOf } from '../../forms/form-rows';
import { groupOf, papersOf } from './edition-rules';
import { type FormState, textOf } from './form-state';

function factsOf(form: FormState): SlotFacts {
  const group = groupOf(form.rules, textOf(form, 'project', 'groupCode'));
  const [project, leader, jobs] = [answersOf(form, 'project'), answersOf(form, 'leader'), answersOf(form, 'jobs')];
  return slotFactsOf(group?.registered === true, { project, leader, jobs }, papersOf(form.rules));
}

/** The slots that the form has as it stands; a file in any other is no part of it. */
export function askedSlots(form: FormState): Slot[] {
  const facts = factsOf(form);
  return form.rules.blueprint.slots.filter((slot) => isSlotAsked(slot, facts));
}

/** The slots that must hold a file before submitting. */
export function neededSlots(form: FormState): Slot[] {
  const facts = factsOf(form);
  return form.rules.blueprint.slots.filter((slot) => isSlotNeeded(slot, facts));
}
