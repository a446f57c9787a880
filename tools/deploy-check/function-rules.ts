import { jsonOf, type Project } from './project';

/** Anyone may call what the rules do not name; the worker answers its timer alone, which rules do not hold back. */
const rules: Readonly<Record<string, boolean>> = { '*': true, worker: false };

const path = 'config/function-rules.json';

/** The rules to be pasted let clients call everything but the worker. */
export function checkFunctionRules(project: Project): string[] {
  const given = jsonOf<Record<string, { invoke?: unknown }>>(project, path) ?? {};
  const faults = Object.entries(rules)
    .filter(([name, invoke]) => given[name]?.invoke !== invoke)
    .map(([name, invoke]) => `${path} 的 ${name} 应为 {"invoke":${invoke}}`);
  const others = Object.keys(given).filter((name) => !(name in rules));
  return others.length > 0 ? [...faults, `${path} 有多余的 ${others.join('、')}`] : faults;
}
