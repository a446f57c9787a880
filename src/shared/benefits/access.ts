import { anyone, defineAccess } from '../kernel/define-access';

export const benefitsAccess = defineAccess<unknown>()('benefits', { loanExample: anyone });
