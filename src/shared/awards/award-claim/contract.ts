import * as z from 'zod/mini';
import { offeredMove, staleMove, standing, timelineItem } from '../../cases/contract';
import {
  change,
  cursor,
  done,
  instant,
  intake,
  machineText,
  personName,
  read,
  spokenCode,
  uuid,
  version,
  words,
} from '../../kernel/contract';
import { type ClaimRefusal, claimCode, claimRefusals } from './claim';
import { awardClaimLifecycle } from './lifecycle';

const said = (code: ClaimRefusal) => ({ status: 422, message: claimRefusals[code] });

const taken = { AWARDS_CLAIM_TAKEN: said('AWARDS_CLAIM_TAKEN') };
const refusedCodes = {
  AWARDS_CLAIM_CODE_UNKNOWN: said('AWARDS_CLAIM_CODE_UNKNOWN'),
  AWARDS_CLAIM_CODE_EXPIRED: said('AWARDS_CLAIM_CODE_EXPIRED'),
  AWARDS_CLAIM_CODE_USED: said('AWARDS_CLAIM_CODE_USED'),
  AWARDS_CLAIM_CODE_VOID: said('AWARDS_CLAIM_CODE_VOID'),
  AWARDS_CLAIM_OWN_CODE: said('AWARDS_CLAIM_OWN_CODE'),
  ...taken,
};

const refusedMoves = {
  ...staleMove(awardClaimLifecycle.zh),
  /** The award itself was cancelled meanwhile. */
  AWARD_MOVE_NOT_ALLOWED: { status: 422, message: '奖项已取消，不能再办认领' },
  AWARD_CLAIM_MOVE_NOT_ALLOWED: { status: 422, message: '认领的状态已变，不能这样办。请刷新后再看' },
};

/** An award of an edition that is over, as it was published. */
const pastAward = { title: z.string(), regionZh: z.string(), year: z.int(), awardZh: z.string() };

const moved = z.object({ claimId: uuid, state: z.string(), stateZh: z.string(), version });

/** A claim as whoever made it reads it; name and number are masked for everybody, and whole they are gone once it is decided. */
const ownClaim = z.object({
  claimId: uuid,
  ...pastAward,
  ...standing.shape,
  version,
  nameMasked: z.string(),
  numberMasked: z.string(),
  askedAt: instant,
  /** Why it was not confirmed, or taken back. */
  reason: z.nullable(z.string()),
});

/** The same for whoever handles it. */
const claimView = z.object({
  ...ownClaim.shape,
  /** Name and number may still be opened by this reader. */
  opens: z.boolean(),
  /** Whether the number is that of the entry's leader as this system knows it; null: it knows none. */
  sameAsRecord: z.nullable(z.boolean()),
  moves: z.array(offeredMove),
  timeline: z.array(timelineItem),
});

/** Past winners come to their awards by a code of the region's staff (BENEFITS §9). */
export const claimContract = {
  /** Awards of editions that are over, in the regions that the reader serves, with what stands of their winners. */
  pastAwards: read
    .input(z.object({ open: z.boolean(), cursor }))
    .errors({ CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } })
    .output(
      z.object({
        items: z.array(
          z.object({
            awardId: uuid,
            entryId: uuid,
            ...pastAward,
            /** The claim that waits or stands; null: nobody claimed it. */
            claim: z.nullable(
              z.object({
                claimId: uuid,
                state: z.string(),
                stateZh: z.string(),
                tone: standing.shape.tone,
                nameMasked: z.string(),
              }),
            ),
            /** Until when a code is out that nobody has used. */
            codeUntil: z.nullable(instant),
            /** Whether the reader may make a code for it now. */
            codeable: z.boolean(),
          }),
        ),
        next: z.nullable(z.string()),
      }),
    ),
  /** Makes a code for an award; it is told this once. An earlier one that nobody used is void. */
  makeClaimCode: intake
    .meta({ change: true, takesNew: true, answersAnew: true, watched: 'always' })
    .input(z.object({ awardId: uuid }))
    .errors({
      ...taken,
      AWARDS_TOO_MANY_CLAIM_CODES: { status: 422, message: '您有 100 个认领码还没有用，请先作废不用的' },
    })
    .output(z.object({ awardId: uuid, code: z.string(), endsAt: instant })),
  voidClaimCode: change
    .meta({ change: true, watched: 'always' })
    .input(z.object({ awardId: uuid }))
    .output(done),
  /** Which award a code is for. Tries are counted. */
  seeClaimCode: change
    .meta({ change: true, guessable: true })
    .input(z.object({ code: spokenCode(claimCode) }))
    .errors(refusedCodes)
    .output(z.object(pastAward)),
  /** Says that the award is one's own; the code is used up. */
  claimAward: intake
    .meta({ change: true, takesNew: true, guessable: true, watched: 'always' })
    .input(
      z.object({ code: spokenCode(claimCode), name: personName(30), idNumber: machineText(40), agreed: z.boolean() }),
    )
    .errors({
      ...refusedCodes,
      AWARDS_CLAIM_WRONG: { status: 422, message: '有内容填写有误，已在下方标红说明' },
    })
    .output(z.object({ claimId: uuid })),
  /** What oneself claimed, the newest first, and the awards that are one's own, by a claim or without; one that was cancelled says why. */
  myClaims: read.input(z.object({})).output(
    z.object({
      claims: z.array(ownClaim),
      awards: z.array(
        z.object({
          awardId: uuid,
          ...pastAward,
          ...standing.shape,
          changedAt: instant,
          reason: z.nullable(z.string()),
        }),
      ),
    }),
  ),
  claim: read.input(z.object({ claimId: uuid })).output(claimView),
  /** Opens name and number to whoever compares them; counted, and shown to their owner. */
  openClaim: change
    .meta({ change: true, answersAnew: true, watched: 'staff' })
    .input(z.object({ claimId: uuid, field: z.enum(['name', 'idNumber']) }))
    .errors({
      AWARDS_CLAIM_DECIDED: { status: 422, message: '已办结，完整号码已删除' },
      PEOPLE_OPENINGS_SPENT: { status: 422, message: '今天查看个人信息已达上限，请明天再看' },
    })
    .output(z.object({ value: z.string() })),
  confirmClaim: change
    .input(z.object({ claimId: uuid, version }))
    .errors({ ...refusedMoves, ...taken })
    .output(moved),
  refuseClaim: change
    .input(z.object({ claimId: uuid, version, reason: words(300) }))
    .errors(refusedMoves)
    .output(moved),
  revokeClaim: change
    .input(z.object({ claimId: uuid, version, reason: words(300) }))
    .errors(refusedMoves)
    .output(moved),
};
