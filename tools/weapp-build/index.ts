/**
 * Judges a mini program as it was built: `tsx tools/weapp-build/index.ts [FOLDER]`. Not named, it is the one that was just built.
 * Prints what each package weighs and every fault; the exit code is 1 when there is one.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkAppSettings } from './app-settings';
import { type Build, type Check, openBuild } from './build';
import { checkFlexGap } from './flex-gap';
import {
  checkStylesOfficially,
  checkTemplatesOfficially,
  compilersMissing,
  type OfficialCompilers,
  officialCompilers,
} from './official-compilers';
import { checkFiles, checkPages } from './pages';
import { checkPrivacy } from './privacy/privacy';
import { checkAllowed, checkDynamicCode, checkFreeNames, checkSyntax } from './scripts';
import { checkSitemap } from './sharing';
import { checkSizes, mainLimit, sizesOf } from './sizes';
import { checkStrangers } from './strangers';
import { checkTabIcons } from './tab-icons';
import { checkLevels, checkTemplates } from './templates';

const checks: readonly Check[] = [
  checkPages,
  checkFiles,
  checkTabIcons,
  checkTemplates,
  checkLevels,
  checkFlexGap,
  checkSitemap,
  checkSizes,
  checkStrangers,
  checkSyntax,
  checkFreeNames,
  checkDynamicCode,
  (build) => checkAllowed(build),
  checkAppSettings,
  (build) => checkPrivacy(build),
];

/** Every fault of a build; WeChat's own compilers are left out where they are not given. */
export function faultsOf(build: Build, official: OfficialCompilers | null): string[] {
  return [
    ...checks.flatMap((check) => check(build)),
    ...(official ? [...checkTemplatesOfficially(build, official), ...checkStylesOfficially(build, official)] : []),
  ];
}

/** Prints the sizes and the faults of one build. Answers the exit code. */
export function judge(folder: string): number {
  if (!existsSync(folder)) {
    console.error(`✗ there is no ${folder}: build it with npm run build:weapp`);
    return 1;
  }
  const build = openBuild(folder);
  for (const [name, bytes] of sizesOf(build)) {
    const aim = name === 'main' ? ` (at most ${mainLimit / 1024})` : '';
    console.log(`${name.padEnd(10)} ${String(Math.round(bytes / 1024)).padStart(6)} KB${aim}`);
  }
  const official = officialCompilers();
  try {
    if (!official) console.warn(compilersMissing);
    const faults = faultsOf(build, official);
    for (const fault of faults) console.error(`✗ ${fault}`);
    if (faults.length === 0) console.log('weapp build: no fault');
    return faults.length === 0 ? 0 : 1;
  } finally {
    official?.remove();
  }
}

if (require.main === module)
  process.exitCode = judge(resolve(process.argv[2] ?? process.env.XINGHUO_WEAPP_OUT ?? 'dist/weapp'));
