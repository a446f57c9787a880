/**
 * `npm run deploy:check`: holds the files of a deployment against each other and against the sources, without any network, and
 * names what a person still has to fill in. The exit code is 1 on a contradiction; with `--strict` also when something is open.
 */
import { join } from 'node:path';
import { checkBuilt } from './built';
import { checkEnvironment } from './environment';
import { codeOf } from './function-code';
import { checkFunctionRules } from './function-rules';
import { checkFunctions } from './functions';
import { checkMiniProgram } from './mini-program';
import { checkFilled, openParts, reminders } from './open-parts';
import { functionNames, type Project, projectAt } from './project';
import { readSettings, type Settings } from './settings';
import { checkStorageRules } from './storage-rules';

export type DeployVerdict = { faults: string[]; unseen: string[]; open: string[] };

const files = [
  'project.config.json',
  'cloudbaserc.json',
  'config/storage-rules.json',
  'config/function-rules.json',
  '.env.example',
];

/** The files that are to be there, and to be JSON if they are called so. */
function checkJson(project: Project): string[] {
  const settings = functionNames(project).map((name) => `cloudfunctions/${name}/config.json`);
  return [...files, ...settings].flatMap((path) => {
    const text = project.text(path);
    if (text === null) return [`缺少 ${path}`];
    try {
      if (path.endsWith('.json')) JSON.parse(text);
      return [];
    } catch {
      return [`${path} 不是合法的 JSON`];
    }
  });
}

/** @param codes each function's own code, by its name */
export function checkDeploy(
  project: Project,
  environment: Settings,
  codes: ReadonlyMap<string, string> = new Map(functionNames(project).map((name) => [name, codeOf(name)])),
): DeployVerdict {
  const settings = readSettings(project, environment);
  const broken = checkJson(project);
  if (broken.length > 0) return { faults: broken, unseen: [], open: [] };
  const { faults, unseen } = checkBuilt(project, settings);
  return {
    faults: [
      ...checkMiniProgram(project),
      ...checkFunctions(project, [...codes.values()].join('\n')),
      ...checkEnvironment(project, codes),
      ...checkStorageRules(project),
      ...checkFunctionRules(project),
      ...checkFilled(project, settings),
      ...faults,
    ],
    unseen,
    open: openParts(project, settings),
  };
}

function tell(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log([title, ...lines.map((line) => `  ${line}`), ''].join('\n'));
}

/** Prints the verdict. Answers the exit code. */
export function judgeDeploy({ faults, unseen, open }: DeployVerdict, strict: boolean): number {
  tell('矛盾（须改正后才能部署）：', faults);
  tell('未能检查：', unseen);
  tell('待填写：', open);
  tell('在微信公众平台、云开发控制台或运行中的系统里办理（本机看不到）：', reminders());
  const failed = faults.length > 0 || (strict && open.length + unseen.length > 0);
  console.log(
    failed ? '部署检查没有通过' : open.length > 0 ? '部署文件核对一致，尚有待填写的内容' : '部署文件核对一致',
  );
  return failed ? 1 : 0;
}

if (require.main === module) {
  const project = projectAt(join(__dirname, '../..'));
  process.exitCode = judgeDeploy(checkDeploy(project, process.env), process.argv.includes('--strict'));
}
