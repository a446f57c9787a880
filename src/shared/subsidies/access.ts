import { anyone, defineAccess } from '../kernel/define-access';

export const subsidiesAccess = defineAccess<unknown>()('subsidies', { listed: anyone });
