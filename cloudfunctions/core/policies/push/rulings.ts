import type { Db } from '../../platform/db';
import type { Ruling } from './whom';

/** Versions of a policy as a push asks them, by number; those that are words alone are not among them. */
export async function readRulings(db: Db, code: string, versions: readonly number[]): Promise<Map<number, Ruling>> {
  const rows = await db
    .selectFrom('policy_version')
    .select(['version', 'definition', 'effective_from as effectiveFrom', 'effective_to as effectiveTo'])
    .where('code', '=', code)
    .where('version', 'in', versions)
    .execute();
  return new Map(
    rows.flatMap(({ version, definition, ...days }) =>
      definition === null ? [] : [[version, { ...days, rule: definition.rule, parameters: definition.parameters }]],
    ),
  );
}
