/** `draft` is known to the city alone; `current` is the one that the home page opens, at most one. */
export const editionStates = ['draft', 'current', 'past'] as const;
export type EditionState = (typeof editionStates)[number];

/**
 * How a part of an edition stands. Nobody sets it: it follows from the edition's state and from what was typed, confirmed and published.
 * `toConfirm` and `confirmed` of a draft, `published` and `changed` of what people read already.
 */
export const partStates = ['unfinished', 'toConfirm', 'confirmed', 'published', 'changed'] as const;
export type PartState = (typeof partStates)[number];
