import type { Verdict } from '../../policies/outcome';
import type { PolicyAnswer } from '../../policies/policy';
import type { Judged } from './details';

/**
 * How a policy answered, as an application keeps it: the version, the day, and each condition that mattered, without the answer behind it.
 * @param verdict the answer's, which there is one of
 * @param docNo of the version
 */
export const judgedOf = ({ policy, date, lines }: PolicyAnswer, verdict: Verdict, docNo: string): Judged => ({
  policy: policy.code,
  version: policy.version,
  docNo,
  on: date,
  verdict,
  lines: lines
    .filter(({ matters }) => matters)
    .map(({ depth, kind, verdict: each, zh }) => ({ depth, leaf: kind === 'leaf', verdict: each, zh })),
});
