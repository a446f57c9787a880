import { compareVersions, leastLibrary } from '../../src/shared/kernel/least-library';
import { cloudConfig, type Project, plainFolder, projectConfig } from './project';

/** What `project.config.json` points at is what the builds write, and its base library is new enough. */
export function checkMiniProgram(project: Project): string[] {
  const { miniprogramRoot, cloudfunctionRoot, libVersion } = projectConfig(project);
  const { functionRoot } = cloudConfig(project);
  const writes = (script: string, folder: string) =>
    folder.startsWith('dist/') && project.text(script)?.includes(`'${folder}'`) === true;
  const faults: string[] = [];
  if (!writes('config/index.ts', plainFolder(miniprogramRoot))) {
    faults.push(`project.config.json 的 miniprogramRoot（${miniprogramRoot}）不是小程序的构建目录`);
  }
  if (!writes('config/build-functions.ts', plainFolder(cloudfunctionRoot))) {
    faults.push(`project.config.json 的 cloudfunctionRoot（${cloudfunctionRoot}）不是云函数的构建目录`);
  }
  if (plainFolder(functionRoot) !== plainFolder(cloudfunctionRoot)) {
    faults.push(
      `cloudbaserc.json 的 functionRoot（${functionRoot}）与 project.config.json 的 cloudfunctionRoot 不一致`,
    );
  }
  if (!/^\d+\.\d+\.\d+$/.test(libVersion ?? '') || compareVersions(libVersion ?? '', leastLibrary) < 0) {
    faults.push(`project.config.json 的 libVersion（${libVersion}）低于小程序所用功能需要的 ${leastLibrary}`);
  }
  return faults;
}
