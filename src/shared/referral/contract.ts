import * as z from 'zod/mini';
import { offeredMove, staleMove, standing, timelineItem } from '../cases/contract';
import { openedFile } from '../files/contract';
import { consentShown } from '../forms/contract';
import {
  change,
  count,
  date,
  instant,
  intake,
  machineText,
  phrase,
  read,
  text,
  uuid,
  version,
  words,
} from '../kernel/contract';

const track = machineText(40);

/** What an upper contest's notice said, as the city entered it. */
const notice = z.object({
  noticeId: uuid,
  editionZh: z.string(),
  upperZh: z.string(),
  docNo: z.string(),
  issuedOn: date,
  cutoffOn: date,
  closesOn: date,
  confirmedAt: z.nullable(instant),
  version,
});

/** Whether a condition of the policy holds of a nominee, in words; `asked`: they were asked and have not answered. */
const reason = z.object({ zh: z.string(), verdict: z.enum(['pass', 'fail', 'unknown', 'asked']) });

const eligibility = z.object({ verdict: z.enum(['pass', 'fail', 'unknown']), reasons: z.array(reason) });

/** Where an entry came in its own field; `small`: the field is too small to tell by. */
const percentile = z.object({ bp: count, n: count, rank: count, small: z.boolean(), synthetic: z.boolean() });

const head = z.object({
  referralId: uuid,
  title: z.string(),
  regionZh: z.string(),
  trackZh: z.string(),
  awardZh: z.string(),
  ...standing.shape,
  version,
});

const placed = z.object({ ...head.shape, place: z.nullable(count), percentile: z.nullable(percentile) });

const view = z.object({
  ...head.shape,
  upperZh: z.string(),
  docNo: z.string(),
  closesOn: date,
  /** As the person of it, or as an office. */
  side: z.enum(['own', 'staff']),
  holderZh: z.nullable(z.string()),
  explainedZh: z.nullable(z.string()),
  percentile: z.nullable(percentile),
  eligibility: z.nullable(eligibility),
  consents: z.array(consentShown),
  /** What would go to the receivers. */
  filesZh: z.array(z.string()),
  moves: z.array(z.object({ ...offeredMove.shape, asksReason: z.boolean() })),
  records: z.boolean(),
  timeline: z.array(timelineItem),
  /** For the city: to which receivers a pack may go, and every export there was. */
  packs: z.nullable(
    z.object({
      receivers: z.array(z.object({ code: z.string(), zh: z.string(), closed: z.nullable(z.string()) })),
      exports: z.array(
        z.object({
          at: instant,
          byZh: z.string(),
          receiverZh: z.string(),
          sha256: z.nullable(z.string()),
          files: z.array(z.object({ name: z.string(), sha256: z.string() })),
        }),
      ),
    }),
  ),
});

const refusedMoves = {
  ...staleMove('推荐'),
  REFERRAL_MOVE_NOT_ALLOWED: { status: 422, message: '推荐的状态已变，不能这样办。请刷新后再看' },
  REFERRAL_REASON_MISSING: { status: 422, message: '请写明理由' },
};
const noNotice = {
  REFERRAL_NO_NOTICE: { status: 422, message: '市级还没有核定上级赛事通知和名额' },
};
const unknownTrack = { REFERRAL_NO_SUCH_TRACK: { status: 422, message: '没有这个赛道' } };
const moved = z.object({ referralId: uuid, state: z.string(), stateZh: z.string(), version });
const byReferral = z.object({ referralId: uuid });

export const referralContract = {
  /** The city's: the notice with its quotas, and of each track how far its list is. */
  board: read.input(z.object({})).output(
    z.object({
      /** Its reader enters the notice, ranks and recommends; others look on. */
      writes: z.boolean(),
      editionZh: z.nullable(z.string()),
      notice: z.nullable(notice),
      orderZh: z.string(),
      tracks: z.array(
        z.object({
          track: z.string(),
          zh: z.string(),
          quota: count,
          taken: count,
          mostOfRegion: count,
          waitsForRank: count,
          waitsForPlace: count,
          /** Why they cannot be put in order, or be recommended, now. */
          rankClosed: z.nullable(z.string()),
          recommendClosed: z.nullable(z.string()),
          entries: z.array(placed),
        }),
      ),
    }),
  ),
  /** Enters or corrects the notice of the edition whose winners are referred; a change has to be confirmed anew. */
  keepNotice: intake
    .input(
      z.object({
        upperZh: phrase(60),
        docNo: phrase(60),
        issuedOn: date,
        cutoffOn: date,
        closesOn: date,
        quotas: z.array(z.object({ track, quota: z.int().check(z.nonnegative(), z.maximum(200)) })),
        /** Null: there is none yet. */
        version: z.nullable(version),
      }),
    )
    .errors({
      ...staleMove('通知'),
      ...unknownTrack,
      REFERRAL_NO_EDITION: { status: 422, message: '还没有已结束的届次，没有可推荐的获奖项目' },
      REFERRAL_DATES_WRONG: { status: 422, message: '日期前后不对，已在下方标红说明' },
      REFERRAL_QUOTA_TAKEN: { status: 422, message: '名额不能少于已推荐的数' },
    })
    .output(notice),
  confirmNotice: change
    .input(z.object({ noticeId: uuid, version }))
    .errors({ ...staleMove('通知'), ...noNotice })
    .output(notice),
  /** The winners of one's regions, whether each may be referred and why, and how far that is. */
  nominees: read.input(z.object({})).output(
    z.object({
      notice: z.nullable(notice),
      items: z.array(
        z.object({
          entryId: uuid,
          title: z.string(),
          regionZh: z.string(),
          awardZh: z.string(),
          trackZh: z.string(),
          /** Null: its track has no counterpart above. */
          upperTrackZh: z.nullable(z.string()),
          eligibility,
          referral: z.nullable(z.object({ referralId: uuid, ...standing.shape })),
          /** Why it cannot be named now; null: it can. */
          closed: z.nullable(z.string()),
        }),
      ),
    }),
  ),
  nominate: intake
    .input(z.object({ entryId: uuid }))
    .errors({
      ...noNotice,
      REFERRAL_NOT_ELIGIBLE: { status: 422, message: '不符合推荐条件' },
      REFERRAL_NOBODY_TO_ASK: { status: 422, message: '获奖人还没有登录，请先发认领码请本人认领' },
      REFERRAL_NAMED_ALREADY: { status: 422, message: '这个项目已经提名' },
    })
    .output(moved),
  referral: read.input(byReferral).output(view),
  /** What somebody was named for, the newest first. */
  mine: read.input(z.object({})).output(z.object({ referrals: z.array(head) })),
  /** The person agrees, one consent a receiver. */
  agree: change
    .input(z.object({ referralId: uuid, version, consents: z.record(machineText(60), z.boolean()) }))
    .errors({ ...refusedMoves, FORM_CONSENT_FIRST: { status: 422, message: '请先勾选同意向省级赛事主办单位报送材料' } })
    .output(moved),
  moveReferral: change
    .input(z.object({ referralId: uuid, version, move: machineText(40), reason: text(300) }))
    .errors({
      ...refusedMoves,
      REFERRAL_NO_SUCH_MOVE: { status: 422, message: '没有这项操作' },
      REFERRAL_NOT_ELIGIBLE: { status: 422, message: '不符合推荐条件' },
    })
    .output(moved),
  /** Puts all of a track in order that their regions confirmed. */
  rankTrack: change
    .input(z.object({ track }))
    .errors({
      ...noNotice,
      ...unknownTrack,
      REFERRAL_NOBODY_TO_RANK: { status: 422, message: '这个赛道没有待排序的项目' },
    })
    .output(z.object({ ranked: count, left: z.array(z.object({ title: z.string(), zh: z.string() })) })),
  /** Fills what is free of a track's quota in order, and keeps the rest in reserve. */
  recommendTrack: change
    .input(z.object({ track }))
    .errors({
      ...noNotice,
      ...unknownTrack,
      REFERRAL_RANK_FIRST: { status: 422, message: '请先排序：还有县级已确认、没有排序的项目' },
      REFERRAL_NOBODY_TO_RECOMMEND: { status: 422, message: '这个赛道没有待推荐的项目' },
    })
    .output(z.object({ recommended: count, reserve: count })),
  recordResult: change
    .input(z.object({ referralId: uuid, version, won: z.boolean(), resultZh: words(100) }))
    .errors(refusedMoves)
    .output(moved),
  /** Makes the pack of one entry for one receiver, writes down that it was made, and answers where it is for a few minutes. */
  exportPack: change
    .meta({ change: true, answersAnew: true, watched: 'always', cost: 10 })
    .input(z.object({ referralId: uuid, receiver: z.enum(['province', 'nation']) }))
    .errors({
      REFERRAL_NO_CONSENT: { status: 422, message: '本人没有同意向这个单位报送材料' },
      REFERRAL_NOT_RECOMMENDED: { status: 422, message: '推荐以后才能导出材料包' },
      REFERRAL_NOTHING_TO_PACK: { status: 422, message: '没有找到报名材料' },
      REFERRAL_PACK_FAILED: { status: 422, message: '材料包没有生成，请稍后再试' },
    })
    .output(openedFile),
};

export type Notice = (typeof notice)['_zod']['output'];
export type ReferralView = (typeof view)['_zod']['output'];
