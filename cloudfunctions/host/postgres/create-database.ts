import { Client } from 'pg';
import { type ClusterSettings, databaseUrl } from './cluster-settings';
import { errorCode } from './error-code';

/** Makes a database in the cluster unless it is there; two callers at once are fine. */
export async function createDatabase(settings: ClusterSettings, name: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(settings, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (cause) {
    const twin = errorCode(cause) === '42P04' || errorCode(cause) === '23505';
    if (!twin) throw cause;
  } finally {
    await client.end();
  }
}
