import { sampleSubject } from '../entry/sample-subject';
import type { EntrySubject } from '../entry/subject';
import { staffReads } from '../entry/who';
import { anyone, defineAccess } from '../kernel/define-access';

export const awardsAccess = defineAccess<unknown>()('awards', { results: anyone });
export const pastWinsAccess = defineAccess<EntrySubject>(sampleSubject)('awards', { pastWins: staffReads });
