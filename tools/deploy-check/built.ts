import { openapiCalls } from './functions';
import { functionConfig, functionNames, jsonOf, type Project, plainFolder, projectConfig } from './project';
import type { Settings } from './settings';

/** Contradictions in what was built, and what could not be looked at because it was not built yet. */
export type BuiltVerdict = { faults: string[]; unseen: string[] };

function functionFaults(project: Project, folder: string, name: string): string[] {
  const lacking = ['index.js', 'package.json', 'config.json'].filter(
    (file) => project.text(`${folder}/${name}/${file}`) === null,
  );
  if (lacking.length > 0) return [`${folder}/${name} 缺少 ${lacking.join('、')}，请重新运行 npm run build:functions`];
  const built = jsonOf(project, `${folder}/${name}/config.json`);
  const granted = functionConfig(project, name).permissions?.openapi ?? [];
  const used = openapiCalls(project.text(`${folder}/${name}/index.js`) ?? '');
  return [
    ...(JSON.stringify(built) === JSON.stringify(functionConfig(project, name))
      ? []
      : [`${folder}/${name}/config.json 与源码中的不同，请重新运行 npm run build:functions`]),
    ...used
      .filter((call) => !granted.includes(call))
      .map((call) => `${name} 用到 ${call}，而它的 config.json 没有允许`),
  ];
}

/** The folders that are uploaded hold what the sources say now, as far as they were built. */
export function checkBuilt(project: Project, settings: Settings): BuiltVerdict {
  const { miniprogramRoot, cloudfunctionRoot } = projectConfig(project);
  const [weapp, functions] = [plainFolder(miniprogramRoot), plainFolder(cloudfunctionRoot)];
  const verdict: BuiltVerdict = { faults: [], unseen: [] };

  const built = project.names(functions);
  if (built.length === 0)
    verdict.unseen.push(`云函数尚未构建（${functions}），请运行 npm run build:functions 后再检查一次`);
  else {
    const names = functionNames(project);
    const strangers = built.filter((name) => !names.includes(name));
    verdict.faults.push(...names.flatMap((name) => functionFaults(project, functions, name)));
    verdict.faults.push(...strangers.map((name) => `${functions}/${name} 不是云函数，不要上传`));
  }

  const env = settings.TARO_APP_CLOUD_ENV;
  if (project.text(`${weapp}/app.json`) === null) {
    verdict.unseen.push(`小程序尚未构建（${weapp}），请运行 npm run build:weapp 后再检查一次`);
  } else if (env) {
    const scripts = project.names(weapp).filter((name) => name.endsWith('.js'));
    if (!scripts.some((name) => project.text(`${weapp}/${name}`)?.includes(JSON.stringify(env)))) {
      verdict.faults.push(`${weapp} 不是用环境 ID ${env} 构建的，请重新运行 npm run build:weapp`);
    }
  }
  return verdict;
}
