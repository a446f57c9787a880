/** Nobody was there to be asked. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether what `fetch` threw says that the question never reached anybody. Of anything else nobody knows. */
export const neverLeft = (error: unknown): boolean =>
  error instanceof Error && unreachable.has((error.cause as { code?: string } | undefined)?.code ?? '');
