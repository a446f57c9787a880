import type { api } from '../../../client/api';

/** A loan as one of its readers is told it. */
export type LoanView = Awaited<ReturnType<typeof api.lending.loan>>;
