import type { api } from '../../../client/api';

export type Setup = Awaited<ReturnType<typeof api.incubation.siteSetup>>;
export type Place = Setup['places'][number];
export type Choices = Awaited<ReturnType<typeof api.incubation.siteChoices>>;
