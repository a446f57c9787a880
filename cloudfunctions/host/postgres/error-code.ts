/**
 * The `code` of an error of the operating system or of PostgreSQL (SQLSTATE); undefined for anything without one.
 * Does not ask `instanceof Error`: under Jest, errors of Node itself come from another realm.
 */
export function errorCode(cause: unknown): unknown {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
}
