import { contract } from '../../src/shared/contract';
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

/** Every procedure of the contract, in the contract's order. */
export const procedureList: readonly ProcedureEntry[] = Object.entries(contract).flatMap(([area, procedures]) =>
  Object.entries(procedures).map(([name, procedure]) => {
    const { meta, errorMap, inputSchema, outputSchema } = (procedure as unknown as { '~orpc': Definition })['~orpc'];
    return { path: `${area}/${name}`, area, name, meta, errors: errorMap, input: inputSchema, output: outputSchema };
  }),
);
