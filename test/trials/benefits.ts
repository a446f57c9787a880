/**
 * `npm run trial:benefits`: worker or host die before every single statement of what hands out money, places and seats, and another goes on after them:
 * one statement a loan and quarter, one live line at finance a source, one live offer a place and seat, one class a topic, each told once.
 */
import { openStages } from '../bench/stage';
import { classKilled, draftingKilled, placesKilled, seatsKilled, sendingKilled } from '../support/benefit-kills';
import { withSites } from '../support/incubation';
import { killedEverywhere } from '../support/killed';
import { freshServer } from '../support/server';

async function main(): Promise<void> {
  const began = performance.now();
  const { close } = await openStages();
  const server = await freshServer();
  try {
    await withSites(server);
    const all = [
      draftingKilled(server, 20),
      sendingKilled(server, 20),
      placesKilled(server, ['A01', 'A02', 'A03', 'A04']),
      seatsKilled(server, 4),
      classKilled(server, 4, 15),
    ];
    let broken = 0;
    for (const one of all) {
      const { kills, faults } = await killedEverywhere(server, one);
      for (const fault of faults) console.log(`  ${fault}`);
      broken += faults.length;
      console.log(`${one.name}: ${kills} kills, ${faults.length} faults`);
    }
    console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`);
    if (broken > 0 || server.faults.length > 0) process.exitCode = 1;
  } finally {
    await server.close();
    await close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
