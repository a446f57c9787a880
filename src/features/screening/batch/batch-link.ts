import { link } from '@shared/routes';

/** As many entries as one batch takes (contract, batchRun). */
export const batchMost = 50;

/** A dot, because it stands in an address as it is. */
const between = '.';

/** The link that opens the batch page with the picked entries. */
export const batchLink = (entryIds: readonly string[]): string =>
  link('staff/batch', { ids: entryIds.slice(0, batchMost).join(between) });

/** The picked entries, read from the page's parameters; each once. */
export const pickedFrom = (params: Readonly<Record<string, string | undefined>>): string[] =>
  [...new Set((params.ids ?? '').split(between).filter((id) => id !== ''))].slice(0, batchMost);
