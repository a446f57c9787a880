import * as z from 'zod/mini';
import { standing } from '../cases/contract';
import {
  change,
  count,
  cursor,
  date,
  done,
  instant,
  intake,
  machineText,
  read,
  uuid,
  version,
} from '../kernel/contract';
import { setupContract } from './setup/contract';

/** Of a day, by which something begins or ends. */
const hour = z.int().check(z.nonnegative(), z.maximum(24));
const placeId = z.int().check(z.minimum(1), z.maximum(2_000_000_000));
const fen = z.int().check(z.nonnegative(), z.maximum(Number.MAX_SAFE_INTEGER));
const bySite = z.object({ siteId: uuid });
const outdated = { CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } };

const tile = { placeId, code: z.string(), typeZh: z.string(), detailZh: z.string(), rentFen: fen };

const floorsOf = <Shape extends z.core.$ZodLooseShape>(more: Shape) =>
  z.array(z.object({ zh: z.string(), typesZh: z.string(), tiles: z.array(z.object({ ...tile, ...more })) }));

/** What others see of a place: whether it is free, and whether it is held for the reader or theirs. */
const publicFloors = floorsOf({ stands: z.enum(['free', 'taken', 'yours']) });

const termsZh = z.object({
  firstMonths: count,
  maxMonths: count,
  reliefZh: z.string(),
  offerZh: z.string(),
  passZh: z.string(),
});

const site = { siteId: uuid, nameZh: z.string(), regionZh: z.string(), addressZh: z.string(), aboutZh: z.string() };

const siteHead = z.object({
  ...site,
  total: count,
  free: count,
  /** Studios and kits that are booked by the hour. */
  hourly: count,
});

const inLine = z.object({
  applicationId: uuid,
  typeZh: z.string(),
  rank: count,
  rankZh: z.string(),
  joinedOn: date,
  nameZh: z.string(),
});

const tenure = z.object({ from: date, lastDay: date, zh: z.string(), numberZh: z.string(), placeZh: z.string() });
const rentMonth = z.object({
  tenancyId: uuid,
  n: count,
  dueOn: date,
  fullFen: fen,
  reliefPercent: count,
  dueFen: fen,
  paidOn: z.nullable(date),
});

const booking = z.object({
  bookingId: uuid,
  placeZh: z.string(),
  zh: z.string(),
  startsAt: instant,
  /** It may be given up without anything held against its team. */
  free: z.boolean(),
});

export const incubationContract = {
  /** Every site, for anybody. */
  sites: read.input(z.object({})).output(z.object({ sites: z.array(siteHead) })),
  /** A site's plan, for anybody: of others nothing but that a place is taken. */
  site: read.input(bySite).output(
    z.object({
      ...site,
      organisationId: uuid,
      terms: termsZh,
      orderZh: z.string(),
      total: count,
      free: count,
      floors: publicFloors,
      hourly: z.array(z.object({ placeId, code: z.string(), typeZh: z.string(), detailZh: z.string() })),
      /** The reader's own live application for a place here. */
      mine: z.nullable(z.object({ applicationId: uuid, stateZh: z.string() })),
    }),
  ),
  /** How somebody stands with a place: in line, offered, let. */
  stay: read.input(z.object({ applicationId: uuid })).output(
    z.object({
      applicationId: uuid,
      version,
      ...standing.shape,
      /** The reader applied for it; else it is the site's. */
      own: z.boolean(),
      siteId: uuid,
      siteZh: z.string(),
      wantsZh: z.string(),
      rank: count,
      rankZh: z.string(),
      appliedOn: date,
      orderZh: z.string(),
      /** How many stand before; of them by rank, and how many applied later. Null: it does not wait. */
      line: z.nullable(
        z.object({
          before: count,
          byRank: z.array(z.object({ rankZh: z.string(), count })),
          later: count,
        }),
      ),
      /** The place that is held or let. */
      place: z.nullable(z.object({ ...tile, floorZh: z.string(), lapsesAt: z.nullable(instant) })),
      floor: z.nullable(publicFloors),
      terms: termsZh,
      tenures: z.array(tenure),
      monthsHad: count,
      /** Why a renewal cannot be asked for now; null: it can. */
      renewalClosedZh: z.nullable(z.string()),
      rent: z.array(rentMonth),
      moves: z.array(
        z.object({
          move: z.string(),
          label: z.string(),
          danger: z.nullable(z.string()),
          closed: z.nullable(z.string()),
          asksReason: z.boolean(),
        }),
      ),
    }),
  ),
  /** The sites of the reader's organisations. */
  mySites: read
    .input(z.object({}))
    .output(z.object({ sites: z.array(z.object({ siteId: uuid, nameZh: z.string() })) })),
  ...setupContract,
  /** The operator's board of a site. */
  board: read.input(bySite).output(
    z.object({
      ...site,
      counts: z.object({ total: count, occupied: count, held: count, repair: count, free: count }),
      /** The first offer that lapses; exclusive. */
      firstLapse: z.nullable(instant),
      floors: floorsOf({
        stands: z.enum(['occupied', 'ending', 'held', 'repair', 'free']),
        applicationId: z.nullable(uuid),
        nameZh: z.string(),
        /** Until when it is let or held, in words. */
        untilZh: z.string(),
      }),
      /** Who is offered a free place next, by type. */
      lines: z.array(z.object({ typeZh: z.string(), type: z.string(), waiting: count, first: z.nullable(inLine) })),
      endings: z.array(z.object({ applicationId: uuid, placeZh: z.string(), lastDay: date, daysLeft: count })),
      arrears: z.array(
        z.object({ ...rentMonth.shape, applicationId: uuid, placeZh: z.string(), nameZh: z.string(), days: count }),
      ),
      hourly: count,
      todos: count,
    }),
  ),
  /** Who waits for a type of place, in turn. */
  line: read
    .input(z.object({ siteId: uuid, type: machineText(20), cursor }))
    .errors(outdated)
    .output(z.object({ items: z.array(inLine), next: z.nullable(z.string()) })),
  /** Holds a free place for the first in line who wants its type. */
  offer: change
    .input(z.object({ siteId: uuid, placeId }))
    .errors({
      INCUBATION_PLACE_TAKEN: { status: 422, message: '这个位置已经有人，请刷新后再看' },
      INCUBATION_PLACE_SHUT: { status: 422, message: '这个位置在维修，恢复后才能留位' },
      INCUBATION_NOBODY_WAITS: { status: 422, message: '现在没有候补要这类位置' },
    })
    .output(z.object({ applicationId: uuid, lapsesAt: instant })),
  /** Takes a place out for repair, or back. */
  shutPlace: change
    .input(z.object({ siteId: uuid, placeId, repair: z.boolean() }))
    .errors({ INCUBATION_PLACE_TAKEN: { status: 422, message: '这个位置已经有人，请刷新后再看' } })
    .output(done),
  /** Records the day on which a month's rent was paid, or takes that back; the app takes no payment. */
  recordRent: change
    .input(z.object({ siteId: uuid, tenancyId: uuid, n: count, paidOn: z.nullable(date) }))
    .errors({
      INCUBATION_NO_SUCH_RENT: { status: 422, message: '没有这一期租金，请刷新后再看' },
      INCUBATION_RENT_DAY_WRONG: { status: 422, message: '收到的日期不对，已在下方标红说明' },
    })
    .output(done),
  /** Which hours of a day are free, place by place; one's own bookings below. */
  hours: read.input(z.object({ siteId: uuid, day: date })).output(
    z.object({
      ...site,
      day: date,
      opensAt: count,
      closesAt: count,
      aheadDays: count,
      rulesZh: z.string(),
      places: z.array(
        z.object({
          placeId,
          code: z.string(),
          typeZh: z.string(),
          detailZh: z.string(),
          /** Hours of the day, each by its beginning. `bound`: so near that who books it cannot give it back. */
          slots: z.array(
            z.object({ from: count, stands: z.enum(['free', 'taken', 'yours', 'past']), bound: z.boolean() }),
          ),
        }),
      ),
      /** Null: the reader may not book, and is told why. */
      weekLeft: z.nullable(count),
      closedZh: z.nullable(z.string()),
      mine: z.array(booking),
    }),
  ),
  book: intake
    .input(z.object({ placeId, day: date, from: hour, to: hour }))
    .errors({
      INCUBATION_NOT_BOOKABLE: { status: 422, message: '这个位置不按小时预约' },
      INCUBATION_NO_TEAM: { status: 422, message: '参赛项目审核通过或已入驻基地的，可以预约' },
      INCUBATION_HOURS_WRONG: { status: 422, message: '请选整点时段' },
      INCUBATION_HOURS_PAST: { status: 422, message: '这个时段已经开始，请选以后的时段' },
      INCUBATION_HOURS_FAR: { status: 422, message: '还不能预约这么远的时段' },
      INCUBATION_HOURS_TAKEN: { status: 422, message: '这个时段刚被别人约走，请换一个时段' },
      INCUBATION_BOOKED_TWICE: { status: 422, message: '您的团队在这个时段已有预约，请换一个时段' },
      INCUBATION_WEEK_FULL: { status: 422, message: '这一周的时数已用完' },
      INCUBATION_BOOKING_PAUSED: { status: 422, message: '预约暂停，请过后再约' },
    })
    .output(booking),
  cancelBooking: change
    .input(z.object({ bookingId: uuid }))
    .errors({ INCUBATION_BOOKING_BEGUN: { status: 422, message: '离开始不到 24 小时，不能再取消，请联系基地' } })
    .output(done),
  /** A site's bookings of a day, with whoever booked. */
  bookings: read.input(z.object({ siteId: uuid, day: date })).output(
    z.object({
      items: z.array(
        z.object({
          bookingId: uuid,
          placeZh: z.string(),
          zh: z.string(),
          nameZh: z.string(),
          noShow: z.boolean(),
          over: z.boolean(),
        }),
      ),
    }),
  ),
  markNoShow: change
    .input(z.object({ bookingId: uuid }))
    .errors({ INCUBATION_BOOKING_NOT_OVER: { status: 422, message: '时段结束后才能登记未到场' } })
    .output(done),
};
