import type { api } from '../../../client/api';

export type Retention = Awaited<ReturnType<typeof api.rights.retention>>;
export type Term = Retention['terms'][number];
