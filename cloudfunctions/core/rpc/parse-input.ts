import type { ErrorTable, ProcedureMeta } from '@shared/kernel/contract';
import { type Issue, sentencesOf } from '@shared/kernel/issue-sentences';
import { textHasIdNumber } from '@shared/kernel/typed/sentences';
import { insistModest } from '../platform/input-size';
import { unwritablePaths } from '../platform/unwritable-text';
import type { AnyProcedure } from './procedure';
import { Refused, wrongFields } from './refused';

type MaybePromise<T> = T | Promise<T>;
type Schema = {
  '~standard': {
    validate(value: unknown): MaybePromise<{ value: unknown; issues?: undefined } | { issues: readonly Issue[] }>;
  };
};
type Definition = { meta: ProcedureMeta; inputSchema: Schema; outputSchema: Schema; errorMap: ErrorTable };

/** What a procedure's contract says. */
export const definition = (procedure: AnyProcedure): Definition =>
  (procedure.contract as unknown as { '~orpc': Definition })['~orpc'];

/** An input that is here, or one that is brought when it is wanted, up to so many bytes (Refused TOO_LARGE, TOO_SLOW, MALFORMED). */
export type Input = { input: unknown } | { read(maxBytes: number): Promise<unknown> };

/** WeChat carries 100 KB into a function (platform §1); a code or a place in a list needs no such room. */
const mostBytes = (meta: ProcedureMeta): number => 1024 * (meta.signsIn ? 4 : meta.change ? 90 : 16);
/** So many issues of a malformed input are told. */
const mostIssues = 20;

/** The input as its contract has it. Throws Refused: too large first, which is cheap to see, then what is wrong beside its field. */
export async function parseInput({ inputSchema, meta }: Definition, given: Input): Promise<unknown> {
  const value = 'read' in given ? await given.read(mostBytes(meta)) : given.input;
  insistModest(value, mostBytes(meta));
  const result = await inputSchema['~standard'].validate(value ?? {});
  if (result.issues) {
    const idNumber = result.issues.some(({ params }) => params?.code === textHasIdNumber);
    const fields = sentencesOf(result.issues.slice(0, mostIssues));
    throw idNumber ? new Refused(textHasIdNumber, undefined, fields) : wrongFields('MALFORMED', fields);
  }
  const unwritable = unwritablePaths(result.value).slice(0, mostIssues);
  if (unwritable.length > 0) {
    const fields = Object.fromEntries(unwritable.map((path) => [path, '含有不能保存的字符，请删去后重试']));
    throw wrongFields('MALFORMED', fields);
  }
  return result.value;
}

/** What a presenter gave beyond its contract is cut off here; what it left out is our fault, not the reader's. */
export async function parseOutput({ outputSchema }: Definition, value: unknown): Promise<unknown> {
  const result = await outputSchema['~standard'].validate(value);
  if (result.issues)
    throw new Error(`An answer does not fit its contract: ${JSON.stringify(sentencesOf(result.issues))}`);
  return result.value;
}
