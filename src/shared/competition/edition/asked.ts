import type { PartName } from '../parts';
import type { PartField } from './part-field';
import { isNeededDay } from './phase-order';
import { isLeftOut, type Values } from './values';

/** Must something be typed here before the part may be published? What may stay empty the page marks so. */
export const isNeeded = (part: PartName, values: Values, place: string, { empty }: PartField): boolean =>
  empty === undefined ? !isLeftOut(part, values, place) : part === 'phases' && isNeededDay(values, place);
