import * as z from 'zod/mini';
import { announced, begun, materialView, ofUpload, openedFile, sent } from '../files/contract';
import { announcedFiles, unarrived, unready } from '../files/refusals';
import {
  change,
  count,
  cursor,
  date,
  done,
  machineText,
  read,
  search,
  text,
  uuid,
  version,
  words,
} from '../kernel/contract';
import { closedPhase, decisionContract, moved, refused, undecided } from './decision/contract';
import { foundRow, queueFilter, queueRow, reviewSection, reviewView, sectionName } from './views/contract';

export const batchMoves = ['claim', 'release', 'approve'] as const;
const batchRow = z.object({
  entryId: uuid,
  version,
  title: z.string(),
  reference: z.nullable(z.string()),
  stateZh: z.string(),
  possible: z.boolean(),
  reason: z.nullable(z.string()),
});

const outcomeRow = z.object({ entryId: uuid, title: z.string(), ok: z.boolean(), message: z.string() });

export const screeningContract = {
  queue: read
    .meta({ change: false, cost: 3 })
    .input(z.object({ filter: queueFilter, cursor }))
    .errors({ CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } })
    .output(
      z.object({
        items: z.array(queueRow),
        next: z.nullable(z.string()),
        /** Exact up to 1,000; `more` says that there are more. */
        total: z.object({ count, more: z.boolean() }),
        contests: z.array(z.object({ contestId: z.string(), regionZh: z.string() })),
        tracks: z.array(z.object({ code: z.string(), zh: z.string() })),
        states: z.array(z.object({ state: z.string(), zh: z.string() })),
      }),
    ),
  /** Who stands before and behind an entry in a queue; `place` is where it stood, as an earlier answer told it. */
  neighbours: read
    .meta({ change: false, cost: 2 })
    .input(z.object({ filter: queueFilter, entryId: uuid, place: cursor }))
    .errors({ CURSOR_OUTDATED: { status: 422, message: '列表有更新，请返回列表再看' } })
    .output(z.object({ place: z.nullable(z.string()), previous: z.nullable(uuid), next: z.nullable(uuid) })),
  /** Every entry that was ever submitted, whatever became of it, by what people say of it at a counter or on the telephone; newest first. */
  search: read
    .meta({ change: false, cost: 3 })
    .input(z.object({ q: search(60), cursor }))
    .errors({
      CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' },
      SCREENING_SEARCH_TOO_SHORT: { status: 422, message: '请至少输入 2 个字，或手机号后四位' },
    })
    .output(z.object({ items: z.array(foundRow), next: z.nullable(z.string()) })),
  review: read.input(z.object({ entryId: uuid })).output(reviewView),
  claim: change
    .input(z.object({ entryId: uuid, version }))
    .errors({ ...refused, ...closedPhase })
    .output(moved),
  release: change
    .input(z.object({ entryId: uuid, version }))
    .errors({ ...refused, ...undecided })
    .output(moved),
  /** Keeps a reviewer's mark on one section while the review goes on; nothing leaves until the move. */
  markSection: change
    .input(
      z.object({
        entryId: uuid,
        section: sectionName,
        markVersion: count,
        verdict: z.enum(['unread', 'ok', 'fault']),
        codes: z.array(machineText(40)),
        /** Which fields of a part that is wrong are; may be none. */
        fields: z.optional(z.array(machineText(40))),
        /** Which of its fields were judged one by one and are in order. */
        seen: z.optional(z.array(machineText(40))),
        comment: text(300),
      }),
    )
    .errors({
      ...refused,
      ...undecided,
      SCREENING_MARK_STALE: { status: 409, message: '这一部分的意见刚在另一台设备上改过' },
      SCREENING_NO_SUCH_REASON: { status: 422, message: '没有这个退回理由' },
      SCREENING_NO_SUCH_FIELD: { status: 422, message: '这一部分没有这一项，请刷新后再标' },
    })
    .output(reviewSection),
  /** Finds in order every section that was not read yet, in one act; refused while a fault stands. */
  markAll: change
    .input(z.object({ entryId: uuid }))
    .errors({
      ...refused,
      ...undecided,
      SCREENING_FAULT_STANDS: { status: 422, message: '有标为“需要补正”的内容，不能全部标为无误' },
    })
    .output(z.object({ sections: z.array(reviewSection) })),
  ...decisionContract,
  /** `reason` is told to the team; `note` is kept among staff's notes and never leaves them. */
  reopen: change
    .input(z.object({ entryId: uuid, version, reason: words(300), note: z.optional(text(500)) }))
    .errors({
      ...refused,
      ...closedPhase,
      ENTRY_LEADER_HAS_ANOTHER: { status: 422, message: '该负责人在本届已有另一个在审或通过的项目' },
    })
    .output(moved),
  /** A return that was wrong, before its team has answered it. `reason` is told to the team. */
  recallReturn: change
    .input(z.object({ entryId: uuid, version, reason: words(300) }))
    .errors({
      ...refused,
      ...closedPhase,
      ENTRY_ALREADY_CORRECTED: { status: 422, message: '参赛者已提交过补正，不能再收回退回' },
      ENTRY_CORRECTION_OVERDUE: { status: 422, message: '补正期限已过，不能再收回退回' },
    })
    .output(moved),
  addNote: change.input(z.object({ entryId: uuid, body: words(500) })).output(reviewView),
  /** Records looks at lists that ended alike: one, or all of them in one act. */
  recordChecks: change
    .input(
      z.object({
        entryId: uuid,
        codes: z.array(machineText(60)).check(z.minLength(1), z.maxLength(20)),
        clear: z.boolean(),
        checkedOn: date,
        note: text(300),
      }),
    )
    .errors({
      SCREENING_DATE_WRONG: { status: 422, message: '核查日期不对，已在下方标红说明' },
      SCREENING_NO_SUCH_CHECK: { status: 422, message: '本届没有这项核查。请刷新后再登记' },
      SCREENING_CHECK_NOTE: { status: 422, message: '请写明依据' },
    })
    .output(reviewView),
  beginCheckPicture: change
    .input(z.object({ checkId: uuid, ...announced }))
    .errors(announcedFiles)
    .output(begun),
  finishCheckPicture: change.input(sent).errors(unarrived).output(materialView),
  cancelCheckPicture: change.input(ofUpload).output(done),
  openCheckPicture: change
    .meta({ change: true, answersAnew: true, watched: 'staff' })
    .input(ofUpload)
    .errors(unready)
    .output(openedFile),
  /** Opens one masked value (leader.idNumber, leader.phone, member phone) to who holds the entry; a logged act, counted a day. */
  reveal: change
    .meta({ change: true, answersAnew: true, watched: 'always' })
    .input(z.object({ entryId: uuid, field: machineText(80) }))
    .errors({
      SCREENING_NOTHING_TO_REVEAL: { status: 404, message: '没有这项内容' },
      SCREENING_EDITION_OVER: { status: 422, message: '往届项目的个人信息不再开放查看' },
      PEOPLE_OPENINGS_SPENT: { status: 422, message: '今天查看个人信息已达上限，请明天再看' },
    })
    .output(z.object({ value: z.string() })),
  /** Who is touched by a batch, before it runs; at most 50 rows. */
  batchPreview: read
    .meta({ change: false, cost: 3 })
    .input(z.object({ move: z.enum(batchMoves), entryIds: z.array(uuid).check(z.maxLength(50)) }))
    .output(z.object({ rows: z.array(batchRow), possible: count })),
  /** Takes back, or sends at once, every decision of a batch that is not over, row by row. */
  settleBatch: change
    .input(z.object({ batchId: uuid, move: z.enum(['takeBack', 'make']) }))
    .output(z.object({ rows: z.array(outcomeRow), succeeded: count, failed: count })),
  /** Runs row by row, each behind a savepoint of its own; one row's refusal stops no other. */
  batchRun: change
    .input(
      z.object({
        move: z.enum(batchMoves),
        rows: z.array(z.object({ entryId: uuid, version })).check(z.maxLength(50)),
      }),
    )
    .output(
      z.object({
        rows: z.array(outcomeRow),
        succeeded: count,
        failed: count,
        /** By which the decisions of a batch are taken back or sent together; null when it decided nothing. */
        batchId: z.nullable(uuid),
      }),
    ),
};
