import * as z from 'zod/mini';
import { offeredMove, staleMove, standing, timelineItem } from '../../cases/contract';
import {
  change,
  count,
  cursor,
  instant,
  intake,
  line,
  machineText,
  read,
  text,
  uuid,
  version,
} from '../../kernel/contract';
import { awardListLifecycle } from './lifecycle';

/** What one list holds at most: more than any edition gives. */
export const mostResults = 500;

const listMoves = ['propose', 'sendBack', 'confirm', 'discard'] as const;

const wrong = {
  AWARDS_RESULTS_WRONG: { status: 422, message: '名单有错，什么都没有录入。请按下面的说明改好再录入' },
  AWARD_LIST_CLOSED: { status: 422, message: '名单已送签，不能再改。要改请先退回修改' },
  AWARD_LIST_TOO_LONG: { status: 422, message: `一份名单最多 ${mostResults} 个项目，请先确认这一份，其余另录一份` },
};

const brought = z.object({
  added: count,
  /** Rows that said what was there already. */
  known: count,
});

const entryOf = {
  entryId: uuid,
  reference: z.string(),
  title: z.string(),
  regionZh: z.string(),
  trackZh: z.string(),
  awardZh: z.string(),
};

/** Results of an edition are brought into the app beside their entries, and confirmed together (BENEFITS §9). */
export const listContract = {
  /** Where an edition's results stand; `editionId` null: the one that runs, else the latest. */
  awardDesk: read.input(z.object({ editionId: z.nullable(machineText(40)) })).output(
    z.object({
      /** Its reader brings results in; others look on. */
      writes: z.boolean(),
      editions: z.array(z.object({ editionId: z.string(), zh: z.string() })),
      editionId: z.nullable(z.string()),
      levels: z.array(z.object({ code: z.string(), zh: z.string(), places: z.nullable(count) })),
      /** How many stand on the published list. */
      given: count,
      list: z.nullable(
        z.object({
          awardListId: uuid,
          version,
          ...standing.shape,
          proposedByZh: z.nullable(z.string()),
          /** Another official has to confirm it. */
          secondNeeded: z.boolean(),
          rows: z.array(z.object(entryOf)),
          moves: z.array(offeredMove),
          timeline: z.array(timelineItem),
        }),
      ),
    }),
  ),
  /** Rows of a sheet: number, award, and the title to compare. All of it or nothing; what is there already does nothing. */
  bringResults: intake
    .input(z.object({ editionId: machineText(40), sheet: z.string().check(z.maxLength(80_000)) }))
    .errors({ ...wrong, AWARDS_SHEET_EMPTY: { status: 422, message: '没有读到一行获奖结果，请核对后再录入' } })
    .output(brought),
  /** One by hand. */
  bringResult: intake
    .input(z.object({ editionId: machineText(40), reference: line(40), level: machineText(40) }))
    .errors(wrong)
    .output(brought),
  dropResult: change
    .input(z.object({ awardListId: uuid, entryId: uuid }))
    .errors(wrong)
    .output(z.object({ dropped: count })),
  moveAwardList: change
    .input(z.object({ awardListId: uuid, version, move: z.enum(listMoves), reason: text(300) }))
    .errors({
      ...staleMove(awardListLifecycle.zh),
      AWARDS_RESULTS_WRONG: { status: 422, message: '名单上有项目不能获奖，请按下面的说明改好再办' },
      AWARD_LIST_EMPTY: { status: 422, message: '名单上还没有项目' },
      AWARD_LIST_MOVE_NOT_ALLOWED: { status: 422, message: '名单的状态已变，不能这样办。请刷新后再看' },
      AWARD_LIST_REASON_MISSING: { status: 422, message: '请写明理由' },
    })
    .output(z.object({ awardListId: uuid, state: z.string(), stateZh: z.string(), version })),
  /** Awards of an edition that were given, the cancelled ones with their reason. */
  givenAwards: read
    .input(z.object({ editionId: machineText(40), cursor }))
    .errors({ CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } })
    .output(
      z.object({
        items: z.array(
          z.object({
            awardId: uuid,
            version,
            ...entryOf,
            ...standing.shape,
            changedAt: instant,
            reason: z.nullable(z.string()),
            moves: z.array(offeredMove),
          }),
        ),
        next: z.nullable(z.string()),
      }),
    ),
  cancelAward: change
    .input(z.object({ awardId: uuid, version, reason: text(300) }))
    .errors({
      ...staleMove('奖项'),
      AWARD_MOVE_NOT_ALLOWED: { status: 422, message: '奖项的状态已变，不能这样办。请刷新后再看' },
      AWARD_REASON_MISSING: { status: 422, message: '请写明理由' },
    })
    .output(z.object({ awardId: uuid, state: z.string(), stateZh: z.string(), version })),
};
