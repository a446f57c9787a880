import { policiesOf } from './application/kind';
import { kinds } from './kinds';

/** Whether a policy is applied for here. */
export const isAppliedFor = (policy: string): boolean => kinds.some((kind) => policiesOf(kind).includes(policy));
