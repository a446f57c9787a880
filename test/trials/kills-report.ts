import { table } from '../bench/figures';
import { type Killed, victims } from './killer';
import type { Ledger } from './ledger';
import type { Verdict } from './verify';

/** The trial's figures as a page, and whether all is as it should be. */
export function reportKills({
  seed,
  killed,
  ledger,
  verdict,
  failures,
  seconds,
}: {
  seed: number;
  killed: readonly Killed[];
  ledger: Ledger;
  verdict: Verdict;
  failures: readonly unknown[];
  seconds: number;
}): { text: string; clean: boolean } {
  const { lost, twice, broken } = verdict;
  const clean = [lost, twice, broken, failures, ledger.unanswered].every(({ length }) => length === 0);
  const rows = victims.map((victim) => {
    const outages = killed.filter((kill) => kill.victim === victim).map(({ outage }) => outage);
    const longest = outages.length === 0 ? '' : (Math.max(...outages) / 1000).toFixed(1);
    const middle = outages.length === 0 ? '' : (outages.sort((a, b) => a - b)[outages.length >> 1] ?? 0) / 1000;
    return [victim, String(outages.length), middle === '' ? '' : middle.toFixed(2), longest];
  });
  const helped = killed.filter((kill) => kill.helped).length;
  const refused = [...ledger.refused].map(([what, times]) => `${what} ×${times}`).join(', ') || 'none';
  const looked = Object.entries(verdict.looked)
    .map(([what, n]) => `${n} ${what}`)
    .join(', ');
  const text = `
seed ${seed}, ${killed.length} kills in ${seconds.toFixed(0)} s

${table(['killed', 'times', 'outage, half (s)', 'outage, longest (s)'], rows)}

calls ${ledger.calls}, of them retried ${ledger.retried}; changes acknowledged ${ledger.acts.length}; left unanswered ${ledger.unanswered.length}${ledger.unanswered.length === 0 ? '' : ` (${ledger.unanswered.join(', ')})`}
started anew because the database stayed away: ${helped}
refused by a rule: ${refused}
looked at: ${looked}; audit: ${verdict.audit}
lost ${lost.length}, twice ${twice.length}, broken ${broken.length}
${[...failures.map((error) => `failed: ${error}`), ...lost.map((what) => `lost: ${what}`), ...twice.map((what) => `twice: ${what}`), ...broken.map((what) => `broken: ${what}`)].slice(0, 40).join('\n')}`;
  return { text: text.trimEnd(), clean };
}
