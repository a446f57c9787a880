import { anyone, defineAccess } from '../kernel/define-access';

export const policiesAccess = defineAccess<unknown>()('policies', { list: anyone, get: anyone });
