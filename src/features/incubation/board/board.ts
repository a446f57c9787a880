import type { api } from '../../../client/api';

export type Board = Awaited<ReturnType<typeof api.incubation.board>>;
export type Spot = Board['floors'][number]['tiles'][number];
