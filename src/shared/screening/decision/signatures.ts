import type { Blueprint } from '../../competition/blueprint';
import type { DecidingMove } from './subject';

export type Signatures = NonNullable<Blueprint['signatures']>;

/** Which decisions of an edition need a second person's signature; none where its blueprint does not say. */
export const signaturesOf = ({ signatures = 'none' }: Pick<Blueprint, 'signatures'>): Signatures => signatures;

export const needsSignature = (signatures: Signatures, move: DecidingMove): boolean =>
  signatures === 'all' || (signatures === 'rejection' && move === 'reject');

/** What a decision that needs a signature says before it is taken, in front of what it says anyway. */
export const signFirstZh = '先由另一位负责人复核签字，签字后开始计时。';
