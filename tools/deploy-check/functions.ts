import { type CloudFunction, cloudConfig, functionConfig, functionNames, type Project, type Trigger } from './project';

/** Seconds. A phone waits no longer for an answer; the cloud ends any call after a minute. */
const longestAnswer = 20;
const longestRun = 60;

/** Megabytes that the cloud offers. The worker holds one file of up to 50 MB while it judges it. */
const memories = [128, 256, 512, 1024, 2048];
const leastMemory: Readonly<Record<string, number>> = { api: 256, worker: 512 };

const oldestRuntime = [20, 19] as const;

function runtimeFits(runtime: string | undefined): boolean {
  const [, major, minor] = /^Nodejs(\d+)\.(\d+)$/.exec(runtime ?? '') ?? [];
  const [oldMajor, oldMinor] = oldestRuntime;
  return Number(major) > oldMajor || (Number(major) === oldMajor && Number(minor) >= oldMinor);
}

function settingFaults(fn: CloudFunction): string[] {
  const { name = '', runtime, timeout = 0, memorySize = 0, handler, installDependency } = fn;
  const longest = name === 'api' ? longestAnswer : longestRun;
  const least = leastMemory[name] ?? 128;
  const faults: string[] = [];
  if (!runtimeFits(runtime))
    faults.push(`运行环境是 ${runtime}，应为 Nodejs${oldestRuntime.join('.')} 或更新的 Node.js`);
  if (timeout < 1 || timeout > longest) faults.push(`超时时间是 ${timeout} 秒，应在 1 到 ${longest} 秒之间`);
  if (!memories.includes(memorySize) || memorySize < least) {
    faults.push(`内存是 ${memorySize} MB，应为 ${memories.filter((size) => size >= least).join('、')} 之一`);
  }
  if (handler !== 'index.main') faults.push(`入口是 ${handler}，应为 index.main`);
  if (installDependency !== false) faults.push('installDependency 应为 false：依赖已打包在 index.js 中');
  return faults.map((fault) => `cloudbaserc.json 的 ${name}：${fault}`);
}

const cronField = /^(?:\*|\d+|[A-Z]{3})(?:[-/,](?:\*|\d+|[A-Z]{3}))*$/;

function triggerFaults(name: string, triggers: readonly Trigger[], deployed: readonly Trigger[]): string[] {
  const faults: string[] = [];
  if (JSON.stringify(triggers) !== JSON.stringify(deployed))
    faults.push('config.json 与 cloudbaserc.json 中的定时触发器不一致');
  if (triggers.length > 1) faults.push(`有 ${triggers.length} 个定时触发器，微信每个函数只允许一个`);
  for (const { name: title = '', type, config = '' } of triggers) {
    const fields = config.split(' ');
    if (type !== 'timer' || !/^[A-Za-z][\w-]{0,59}$/.test(title)) faults.push(`触发器 ${title} 的名称或类型不合规定`);
    if (fields.length !== 7 || !fields.every((field) => cronField.test(field))) {
      faults.push(`触发器 ${title} 的时间“${config}”应由七段组成：秒 分 时 日 月 星期 年`);
    }
  }
  return faults.map((fault) => `${name}：${fault}`);
}

/** The calls of WeChat that a text makes through the cloud's `openapi`, by their names in `permissions.openapi`. */
export const openapiCalls = (text: string): string[] => [
  ...new Set([...text.matchAll(/\bopenapi\.(\w+(?:\.\w+)*)\s*\(/g)].flatMap(([, name]) => name ?? [])),
];

function permissionFaults(project: Project, names: readonly string[], sources: string): string[] {
  const used = openapiCalls(sources);
  const granted = names.flatMap((name) => functionConfig(project, name).permissions?.openapi ?? []);
  return [
    ...used
      .filter((call) => !granted.includes(call))
      .map((call) => `没有一个函数的 config.json 允许调用 ${call}，而源码用到它`),
    ...granted.filter((call) => !used.includes(call)).map((call) => `config.json 允许调用 ${call}，而源码没有用到它`),
  ];
}

/** cloudbaserc.json deploys the functions that the sources have, as they need it; `sources` is the code of all functions. */
export function checkFunctions(project: Project, sources: string): string[] {
  const names = functionNames(project);
  const { functions = [] } = cloudConfig(project);
  const deployed = functions.map(({ name = '' }) => name);
  const built = /const names = \[([^\]]*)\]/.exec(project.text('config/build-functions.ts') ?? '')?.[1] ?? '';
  const buildable = built.split(',').flatMap((name) => name.trim().replaceAll("'", '') || []);
  return [
    ...names.filter((name) => !deployed.includes(name)).map((name) => `cloudbaserc.json 没有部署云函数 ${name}`),
    ...deployed.filter((name) => !names.includes(name)).map((name) => `cloudbaserc.json 部署的 ${name} 不是云函数`),
    ...names
      .filter((name) => !buildable.includes(name))
      .map((name) => `config/build-functions.ts 没有构建云函数 ${name}`),
    ...functions.flatMap(settingFaults),
    ...functions.flatMap(({ name = '', triggers = [] }) =>
      triggerFaults(name, functionConfig(project, name).triggers ?? [], triggers),
    ),
    ...permissionFaults(project, names, sources),
  ];
}
