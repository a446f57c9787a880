import * as z from 'zod/mini';
import { read, version } from '../kernel/contract';
import { announcementContract } from './announcement/contract';
import { contestContract } from './contest/contract';
import { editionContract } from './edition/contract';
import { contestView, guideView, homeView } from './open/contract';

export const competitionContract = {
  /** What anyone sees before signing in: the current edition, its 18 regions, tracks and timetable. */
  home: read.input(z.object({})).output(homeView),
  guide: read
    .input(z.object({ contestId: z.nullish(z.string()) }))
    .errors({ COMPETITION_NO_EDITION: { status: 422, message: '目前没有正在进行的大赛' } })
    .output(guideView),
  /** One region's contest with everything the form needs to know; of an entry, as its edition stood in the version under which it stands. */
  contest: read.input(z.object({ contestId: z.string(), rulesVersion: z.optional(version) })).output(contestView),
  ...announcementContract,
  ...editionContract,
  ...contestContract,
};
