import { anyone, defineAccess } from '../kernel/define-access';

export const awardsAccess = defineAccess<unknown>()('awards', { results: anyone });
