import { Client } from 'pg';
import { type ClusterSettings, databaseUrl } from './cluster-settings';

/** Makes a database in the cluster unless it is there; two callers at once are fine. */
export async function createDatabase(settings: ClusterSettings, name: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(settings, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (cause) {
    const twin = cause instanceof Error && 'code' in cause && (cause.code === '42P04' || cause.code === '23505');
    if (!twin) throw cause;
  } finally {
    await client.end();
  }
}
