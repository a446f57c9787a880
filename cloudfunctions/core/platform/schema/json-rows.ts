/**
 * Rows that came as one JSON column of a query (`json_agg`). In JSON instants are text; everywhere else here they are milliseconds.
 * @param rows null where there were none
 */
export function jsonRows<Row extends object>(rows: readonly Row[] | null): Row[] {
  return (rows ?? []).map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          name.endsWith('_at') && typeof value === 'string' ? Date.parse(value) : value,
        ]),
      ) as Row,
  );
}
