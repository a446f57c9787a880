import { anyone, defineAccess } from '../kernel/define-access';

export const competitionAccess = defineAccess<unknown>()('competition', { home: anyone, contest: anyone });
