import type { api } from '../../../client/api';

/** What the page of an edition's results is told. */
export type DeskView = Awaited<ReturnType<typeof api.awards.awardDesk>>;
/** The list that is being worked on. */
export type ListView = NonNullable<DeskView['list']>;
