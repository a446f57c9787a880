import type { competitionContract } from '@shared/competition/contract';
import type { Procedures } from '../rpc/procedure';
import * as keeping from './announcement/keep';
import { openPublicFile } from './announcement/open-file';
import { publishedAnnouncements } from './announcement/published';
import * as showing from './announcement/show';
import * as comparing from './contest/compare';
import * as setting from './contest/procedures';
import { editionProcedures } from './editions/procedures';
import { guide } from './guide';
import { contest, home } from './home';

export const competitionProcedures: Procedures<typeof competitionContract> = {
  home,
  contest,
  guide,
  ...showing,
  ...keeping,
  publishedAnnouncements,
  openPublicFile,
  ...editionProcedures,
  ...comparing,
  ...setting,
};
