/** What every other server test stands on: databases of one's own, copied from the run's template. */
import { Client } from 'pg';
import { freshDatabase } from '../../support/postgres';

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

it('gives each of many askers at once an empty database that no other one sees', async () => {
  const fresh = await Promise.all([1, 2, 3, 4].map(() => freshDatabase()));
  const names = new Set(fresh.map(({ url }) => new URL(url).pathname));
  expect(names.size).toBe(4);
  for (const { url, drop } of fresh) {
    const client = await connect(url);
    await client.query('create table mine (n int)');
    await client.end();
    await drop();
  }
});

it('drops a database although somebody is still connected to it', async () => {
  const { url, drop } = await freshDatabase();
  const client = await connect(url);
  const ended = new Promise((resolve) => client.on('error', resolve));
  await drop();
  expect(await ended).toMatchObject({ code: '57P01' });
  await expect(connect(url)).rejects.toMatchObject({ code: '3D000' });
});
