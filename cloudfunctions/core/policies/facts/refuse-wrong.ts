import { shanghaiDate } from '@shared/kernel/shanghai';
import { factProblem } from '@shared/policies/fact-value';
import { type FactName, type FactValue, factOf } from '@shared/policies/facts';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { choicesOf, type FactNames } from './fact-names';

/** Throws POLICIES_FACT_WRONG with a sentence beside each value that its fact cannot have; of a choice also one that the city's data does not name. */
export function refuseWrong(
  call: Call,
  facts: ReadonlyArray<{ fact: string; value: FactValue }>,
  names: FactNames,
  pathOf = (i: number): string => `facts.${i}.value`,
): void {
  const today = shanghaiDate(call.now);
  const fields: Record<string, string> = {};
  facts.forEach(({ fact, value }, i) => {
    const name = fact as FactName;
    const named = factOf(name).type !== 'choice' || choicesOf(name, names).some((choice) => choice.value === value);
    const problem = factProblem(name, value, today) ?? (named ? null : '请重新选择');
    if (problem !== null) fields[pathOf(i)] = problem;
  });
  if (Object.keys(fields).length > 0) throw new Refused('POLICIES_FACT_WRONG', undefined, fields);
}
