import { areas } from '../../cloudfunctions/core/areas';
import type { ErrorTable, ProcedureMeta } from '../../src/shared/kernel/contract';

export type ProcedureEntry = {
  /** `<area>/<procedure>`, as on the wire. */
  path: string;
  area: string;
  name: string;
  meta: ProcedureMeta;
  errors: ErrorTable;
  input: unknown;
  output: unknown;
};

type Definition = { meta: ProcedureMeta; errorMap: ErrorTable; inputSchema: unknown; outputSchema: unknown };

/** Every procedure, in the order of the areas and of each one's own list. */
export const procedureList: readonly ProcedureEntry[] = areas.flatMap(({ name: area, procedures }) =>
  Object.entries(procedures).map(([name, { contract }]) => {
    const { meta, errorMap, inputSchema, outputSchema } = (contract as unknown as { '~orpc': Definition })['~orpc'];
    return { path: `${area}/${name}`, area, name, meta, errors: errorMap, input: inputSchema, output: outputSchema };
  }),
);
