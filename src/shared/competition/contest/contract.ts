import * as z from 'zod/mini';
import { staleMove } from '../../cases/contract';
import { change, date, instant, line, machineText, phrase, read, version } from '../../kernel/contract';

/** How people reach a region's contest; empty where it is not known yet. */
export const contactCard = z.object({
  office: z.string(),
  phone: z.string(),
  address: z.string(),
  hours: z.string(),
  venue: z.string(),
});

const span = z.object({ opensAt: instant, closesAt: instant });
const contestId = z.object({ contestId: machineText(60) });

export const contestSetup = z.object({
  ...contestId.shape,
  regionZh: z.string(),
  editionZh: z.string(),
  version,
  /** Why nothing of it may be changed now, or by this reader; null when it may. */
  shutZh: z.nullable(z.string()),
  card: contactCard,
  tracks: z.array(z.object({ code: z.string(), zh: z.string(), own: z.boolean() })),
  ownTracksMax: z.int(),
  windows: z.array(
    z.object({
      code: z.string(),
      zh: z.string(),
      own: z.nullable(span),
      city: z.nullable(span),
      mayMove: z.boolean(),
    }),
  ),
  /** What was changed, the newest first. */
  changes: z.array(
    z.object({ id: z.string(), zh: z.string(), fromZh: z.string(), toZh: z.string(), byZh: z.string(), at: instant }),
  ),
});

const asked = z.object({ ...contestId.shape, version });
const refused = {
  ...staleMove('赛场设置'),
  COMPETITION_EDITION_OVER: { status: 422, message: '往届的赛场设置不能再改' },
};

export const contestContract = {
  /** The contests that the asker may look into, of the editions that are not over, in the regions' own order. */
  contestSetups: read.input(z.object({})).output(
    z.object({
      contests: z.array(
        z.object({
          ...contestId.shape,
          regionZh: z.string(),
          editionZh: z.string(),
          draft: z.boolean(),
          contactMissing: z.boolean(),
        }),
      ),
    }),
  ),
  contestSetup: read.input(contestId).output(contestSetup),
  saveContestCard: change
    .input(
      z.object({
        ...asked.shape,
        office: line(40),
        phone: line(30),
        address: line(80),
        hours: line(60),
        venue: line(80),
      }),
    )
    .errors({ ...refused, COMPETITION_CARD_WRONG: { status: 422, message: '有填写有误的地方，已在下方标红说明' } })
    .output(contestSetup),
  addOwnTrack: change
    .input(z.object({ ...asked.shape, zh: phrase(20) }))
    .errors({
      ...refused,
      COMPETITION_OWN_TRACKS_FULL: { status: 422, message: '自设赛道已满' },
      COMPETITION_TRACK_TWICE: { status: 422, message: '已有同名的赛道' },
    })
    .output(contestSetup),
  /** One that an entry names, sent in or not, stays. */
  removeOwnTrack: change
    .input(z.object({ ...asked.shape, code: machineText(60) }))
    .errors({
      ...refused,
      COMPETITION_TRACK_NOT_OWN: { status: 422, message: '通用赛道由市里统一设置，不能删除' },
      COMPETITION_TRACK_IN_USE: { status: 422, message: '已有项目选了这个赛道，不能删除' },
    })
    .output(contestSetup),
  /** The first and the last day of a phase, both whole. */
  moveWindow: change
    .input(z.object({ ...asked.shape, phase: machineText(60), first: date, last: date }))
    .errors({
      ...refused,
      COMPETITION_WINDOW_FIXED: { status: 422, message: '这个阶段的时间全市统一，不能单独修改' },
      COMPETITION_WINDOW_OUTSIDE: { status: 422, message: '时间不在全市规定的范围内' },
    })
    .output(contestSetup),
  /** Which region differs from the city's frame in what, since when, by whom; the regions in their own order. `since` null: from the beginning. */
  drift: read.input(z.object({})).output(
    z.object({
      editionZh: z.nullable(z.string()),
      regions: z.array(
        z.object({
          ...contestId.shape,
          regionZh: z.string(),
          contactMissing: z.boolean(),
          differences: z.array(
            z.object({
              what: z.string(),
              zh: z.string(),
              since: z.nullable(instant),
              byZh: z.nullable(z.string()),
            }),
          ),
        }),
      ),
    }),
  ),
};
