import type { blueprintForm } from './form';

type Shape = (typeof blueprintForm)['_zod']['output'];

/** What an edition decides for all its contests: data of the edition, never an enum in code. Its shape stands in `form.ts`, once. */
export type Blueprint = Shape;
export type Group = Shape['groups'][number];
export type Slot = Shape['slots'][number];
export type ReturnReason = Shape['returnReasons'][number];
export type ReviewClocks = Shape['clocks'];
export type CityPhase = Shape['phases'][number];
export type Guide = NonNullable<Shape['guide']>;
