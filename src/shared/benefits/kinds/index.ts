import { type ApplicationKind, codeOf } from '../application/kind';
import { guaranteedLoan } from './guaranteed-loan';
import { incubatorPlace } from './incubator-place';
import { subsidies } from './subsidy';

/** Every kind of application: one file a kind, one line here. */
export const kinds: readonly ApplicationKind[] = [guaranteedLoan, incubatorPlace, ...subsidies.map(({ kind }) => kind)];

/** Undefined: no kind of that name. */
export const kindOf = (code: string, of: readonly ApplicationKind[] = kinds): ApplicationKind | undefined =>
  of.find((kind) => codeOf(kind) === code);
