import { buildWeapp, weighPackages } from './weapp-build';
import { measureWeappPages } from './weapp-pages';
import type { MeasuredWeapp } from './weapp-report';
import { openWeappStage } from './weapp-stage';
import { measureWeappStarts } from './weapp-starts';

/**
 * Builds the mini program and measures it on the tests' host.
 * @param starts how many cold starts are noted
 * @param say is told what is being done
 */
export async function measureWeapp(root: string, starts: number, say: (line: string) => void): Promise<MeasuredWeapp> {
  say('building the mini program');
  const build = buildWeapp(root);
  const packages = weighPackages(build);
  const stage = await openWeappStage(build);
  try {
    say('starting the mini program');
    const measuredStarts = await measureWeappStarts(stage, starts);
    say("measuring the mini program's pages");
    const pages = await measureWeappPages(stage);
    return { packages, starts: measuredStarts, pages, browser: stage.version };
  } finally {
    await stage.close();
  }
}
