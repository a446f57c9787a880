import { createTemplate, startServer } from './postgres';
import { buildPrograms } from './programs';

/** By what is built of the server's sources: Jest's setup does not know their alias `@shared`. */
async function prepare(url: string): Promise<void> {
  const built = await buildPrograms('prepare-template');
  try {
    const { prepareTemplate } = require(built.of('prepare-template')) as typeof import('./prepare-template');
    await prepareTemplate(url);
  } finally {
    await built.remove();
  }
}

/** Before the first test of a run: one server, one migrated template. */
export default async function setUp(): Promise<void> {
  await startServer();
  await createTemplate(prepare);
}
