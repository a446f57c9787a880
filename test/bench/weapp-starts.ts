import { crossings, type WeappStage } from './weapp-stage';

export type WeappStarts = {
  /** Milliseconds of script until the first `setData`, a start each. */
  times: number[];
  /** What crossed to the home page's view, in bytes, a start each. */
  home: number[][];
};

/** Cold starts at the home page, each in a browser context of its own; the first warms the machine up and is not noted. */
export async function measureWeappStarts(stage: WeappStage, samples: number): Promise<WeappStarts> {
  const starts: WeappStarts = { times: [], home: [] };
  for (let i = 0; i <= samples; i += 1) {
    const phone = await stage.phone('o-visitor');
    const time = await phone.startTime();
    await phone.page.reads('results');
    const home = await crossings(phone);
    await phone.close();
    if (i === 0) continue;
    starts.times.push(time);
    starts.home.push(home);
  }
  return starts;
}
