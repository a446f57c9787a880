import { type CloudFunction, cloudConfig, type Project } from './project';

/** Read by the code, given by nobody: they name stand-ins for others' servers, for tests. */
const testOnly: ReadonlySet<string> = new Set(['XINGHUO_WECHAT_BASE', 'XINGHUO_SMS_BASE']);

/** The settings of ours that a function's code reads. What the cloud itself gives (`WX_OPENID`) is none. */
export const settingsRead = (code: string): string[] =>
  [...new Set([...code.matchAll(/\.(XINGHUO_[A-Z_]+|DATABASE_URL)\b/g)].flatMap(([, name]) => name ?? []))].sort();

/** The name in `{{env.NAME}}`; null when the value is written out. */
export const templateOf = (value: string): string | null => /^\{\{env\.([A-Z][A-Z0-9_]*)\}\}$/.exec(value)?.[1] ?? null;

function functionFaults({ name = '', envVariables = {} }: CloudFunction, code: string): string[] {
  const due = settingsRead(code).filter((setting) => !testOnly.has(setting));
  const given = Object.keys(envVariables);
  return [
    ...due.filter((setting) => !given.includes(setting)).map((setting) => `没有给出函数要读取的环境变量 ${setting}`),
    ...given.filter((setting) => !due.includes(setting)).map((setting) => `给出了函数不读取的环境变量 ${setting}`),
    ...Object.entries(envVariables)
      .filter(([setting, value]) => setting !== 'XINGHUO_MODE' && templateOf(value) === null)
      .map(([setting]) => `${setting} 直接写在文件中，应写成 {{env.名称}}，值放在 .env 文件里`),
    ...(envVariables.XINGHUO_MODE === 'production' ? [] : ['XINGHUO_MODE 应为 production']),
  ].map((fault) => `cloudbaserc.json 的 ${name}：${fault}`);
}

/** Every name that cloudbaserc.json takes from the `.env` file. */
export const wantedSettings = (project: Project): string[] => {
  const { envId = '', functions = [] } = cloudConfig(project);
  const values = [envId, ...functions.flatMap(({ envVariables = {} }) => Object.values(envVariables))];
  return [...new Set(values.flatMap((value) => templateOf(value) ?? []))];
};

/** Each function gets what its code reads and nothing else, the same in all of them, and `.env.example` tells of each. */
export function checkEnvironment(project: Project, codes: ReadonlyMap<string, string>): string[] {
  const { envId = '', functions = [] } = cloudConfig(project);
  const documented = project.text('.env.example') ?? '';
  const given = functions.map(({ envVariables = {} }) => envVariables);
  const names = [...new Set([...given.flatMap(Object.keys), ...wantedSettings(project)])];
  const values = (name: string) => new Set(given.flatMap((each) => each[name] ?? []));
  return [
    ...functions.flatMap((fn) => functionFaults(fn, codes.get(fn.name ?? '') ?? '')),
    ...names.filter((name) => values(name).size > 1).map((name) => `cloudbaserc.json：各函数的 ${name} 不一致`),
    ...(templateOf(envId) === null ? ['cloudbaserc.json 的 envId 应写成 {{env.名称}}'] : []),
    ...[...values('XINGHUO_CLOUD_ENV')]
      .filter((value) => value !== envId)
      .map((value) => `cloudbaserc.json：XINGHUO_CLOUD_ENV（${value}）与 envId 不是同一个环境`),
    ...names
      .filter((name) => !new RegExp(`\\b${name}\\b`).test(documented))
      .map((name) => `.env.example 没有说明 ${name}`),
  ];
}
