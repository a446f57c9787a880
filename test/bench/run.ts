/**
 * `npm run bench`: how fast the server is at 300, 30,000 and 300,000 entries, how fast the product starts, and what the mini
 * program weighs; the answer is written to docs/generated/bench.md. `--weapp` measures the mini program alone and renews its
 * section, `--fan-out` how fast many are told, `--push` how fast a policy is told to whom it concerns (with `--million` to a million too, which takes minutes), `--search` how fast an entry is found, `--benefits` the desks of
 * applications. `--quick` leaves the largest size and the starts out and writes nothing.
 */
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { freshServer } from '../support/server';
import { fillApplications } from './benefits-fill';
import { benefitsHeading, benefitsSection, measureBenefits } from './benefits-pages';
import { measureChanges } from './changes';
import { type FanOut, fanOutHeading, fanOutSection, measureFanOut } from './fan-out';
import { fillStage } from './fill';
import { firstLoad } from './first-load';
import { measureLanding } from './landing';
import { renewSection, writePage } from './page';
import { fillPeople, measurePush, type Push, pushHeading, pushSection } from './push';
import { measureQueue } from './queue-pages';
import { type Measured, report } from './report';
import type { Times } from './samples';
import { fillSearchRows, measureSearch, searchHeading, searchSection } from './search-pages';
import { openStage, openStages, type Stage } from './stage';
import { measureStarts } from './starts';
import { measureWeapp } from './weapp';
import { weappHeading, weappSection } from './weapp-report';

const root = resolve(__dirname, '../..');
const quick = process.argv.includes('--quick');
const sizes = quick ? [300, 30_000] : [300, 30_000, 300_000];
const queueSamples = 200;
const changeSamples = 60;
const searchSamples = 100;
const weappStarts = quick ? 3 : 15;

const began = performance.now();
const say = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

async function measureServer(): Promise<Omit<Measured, 'starts' | 'h5' | 'weapp'>> {
  const { version, close } = await openStages();
  try {
    const stages = [];
    for (const size of sizes) {
      const stage = await openStage(size);
      stages.push(stage);
      say(`inserting ${size} entries`);
      await fillStage(stage);
    }
    say('measuring the queue');
    const queue = await measureQueue(stages, queueSamples);
    say('measuring submit and saving');
    const { times: change, counts } = await measureChanges(stages, changeSamples);
    const [smallest] = stages;
    const largest = stages.at(-1);
    if (!smallest || !largest) throw new Error('There is no stage.');
    say('measuring the landing page');
    const landing = await measureLanding(smallest, queueSamples);
    const search = await findMany(largest);
    for (const stage of stages) await stage.close();
    return { sizes, postgres: version, queue, change, counts, landing, search, fanOut: await tellMany() };
  } finally {
    await close();
  }
}

/** On the PostgreSQL that was opened. */
async function tellMany(): Promise<FanOut> {
  say('telling many');
  const server = await freshServer();
  try {
    return await measureFanOut(server);
  } finally {
    await server.close();
  }
}

async function measureFanOutAlone(): Promise<void> {
  const { close } = await openStages();
  try {
    const section = fanOutSection(await tellMany());
    console.log(section);
    if (!quick) renewSection(root, fanOutHeading, section);
  } finally {
    await close();
  }
}

async function measurePushAlone(): Promise<void> {
  const { close } = await openStages();
  const all: Push[] = [];
  /** The same people are told of a policy for few of them and of one for many. */
  const tellThem = async (people: number, few: number, many: number, mosts: readonly number[]): Promise<void> => {
    const server = await freshServer();
    try {
      say(`inserting ${people} people`);
      await fillPeople(server, people, few, many);
      for (const most of mosts) {
        say('telling them of a policy');
        all.push(await measurePush(server, people, most, 15));
      }
    } finally {
      await server.close();
    }
  };
  try {
    await tellThem(300_000, 30, 3, [20, 50]);
    if (process.argv.includes('--million')) await tellThem(1_000_000, 1, 1, [50]);
    const section = pushSection(all);
    console.log(section);
    if (!quick) renewSection(root, pushHeading, section);
  } finally {
    await close();
  }
}

async function findMany(stage: Stage): Promise<Times> {
  say('making what they are found by');
  await fillSearchRows(stage);
  await sql`vacuum analyze`.execute(stage.filling);
  say('measuring the search');
  return measureSearch(stage, searchSamples);
}

/** At the largest size alone: with few entries everything is fast. */
async function measureSearchAlone(): Promise<void> {
  const size = sizes.at(-1) ?? 0;
  const { close } = await openStages();
  try {
    const stage = await openStage(size);
    say(`inserting ${size} entries`);
    await fillStage(stage);
    const section = searchSection(size, await findMany(stage));
    await stage.close();
    console.log(section);
    if (!quick) renewSection(root, searchHeading, section);
  } finally {
    await close();
  }
}

/** At a hundred thousand applications: with few everything is fast. */
async function measureBenefitsAlone(): Promise<void> {
  const size = quick ? 10_000 : 100_000;
  const { close } = await openStages();
  try {
    const stage = await openStage(size);
    say(`inserting ${size} applications`);
    await fillApplications(stage);
    say('measuring their desks');
    const section = benefitsSection(size, await measureBenefits(stage, searchSamples));
    await stage.close();
    console.log(section);
    if (!quick) renewSection(root, benefitsHeading, section);
  } finally {
    await close();
  }
}

async function measureAll(): Promise<void> {
  const server = await measureServer();
  let h5: Measured['h5'] = null;
  if (!quick) say('starting the product three times');
  const starts = quick
    ? null
    : await measureStarts(root, (pages) => {
        h5 = firstLoad(pages);
      });
  const text = report({ ...server, starts, h5, weapp: await measureWeapp(root, weappStarts, say) });
  console.log(text);
  if (!quick) writePage(root, text);
}

async function measureWeappAlone(): Promise<void> {
  const section = weappSection(await measureWeapp(root, weappStarts, say));
  console.log(section);
  if (!quick) renewSection(root, weappHeading, section);
}

async function main(): Promise<void> {
  if (process.argv.includes('--weapp')) await measureWeappAlone();
  else if (process.argv.includes('--fan-out')) await measureFanOutAlone();
  else if (process.argv.includes('--push')) await measurePushAlone();
  else if (process.argv.includes('--search')) await measureSearchAlone();
  else if (process.argv.includes('--benefits')) await measureBenefitsAlone();
  else await measureAll();
  say('done');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
