import * as z from 'zod/mini';
import { heldMove, staleMove } from '../cases/contract';
import { announced, begun, materialView, ofUpload, openedFile, sent } from '../files/contract';
import { announcedFiles, unarrived, unready } from '../files/refusals';
import { answers, saving } from '../forms/contract';
import { unsaved } from '../forms/refusals';
import {
  change,
  count,
  cursor,
  date,
  done,
  type ErrorTable,
  intake,
  machineText,
  phrase,
  read,
  text,
  uuid,
  version,
} from '../kernel/contract';
import { mostOf } from '../kernel/most';
import { applicationHead, applicationView, question } from './application/contract';
import { kinds } from './kinds';

const fen = z.int().check(z.nonnegative(), z.maximum(Number.MAX_SAFE_INTEGER));

const interest = { interestFen: fen, subsidyFen: fen, ownFen: fen };

/** A payment of a plan, for the days from `from` to the one before `to`, on which it is paid. Money in fen. */
const instalment = z.object({
  n: count,
  from: date,
  to: date,
  days: count,
  ...interest,
  principalFen: fen,
  paymentFen: fen,
  balanceFen: fen,
});

/** What the lifecycles of all kinds may say of a move. */
const refusedMoves: ErrorTable = Object.fromEntries(
  kinds.flatMap(({ lifecycle, refusals = {} }) => {
    const code = lifecycle.name.replace(/-/g, '_').toUpperCase();
    return [
      [`${code}_MOVE_NOT_ALLOWED`, { status: 422, message: '申报的状态已变，不能这样办。请刷新后再看' }],
      [`${code}_REASON_MISSING`, { status: 422, message: '请写明理由' }],
      ...Object.entries(refusals).map(([own, message]) => [own, { status: 422, message }]),
    ];
  }),
);
const formShut = { FORM_SECTION_CLOSED: { status: 422, message: '这一部分现在不能修改' } };
const notOpen = { status: 422, message: '这项政策现在不接受申报，请咨询本县（市、区）窗口' };
const byApplication = z.object({ applicationId: uuid });

export const benefitsContract = {
  /** One's own applications, and which kinds there are. */
  applications: read.input(z.object({})).output(
    z.object({
      applications: z.array(applicationHead),
      kinds: z.array(
        z.object({
          kind: z.string(),
          kindZh: z.string(),
          introZh: z.string(),
          policies: z.array(z.string()),
          /** By whose closing no new one is taken. */
          rooms: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** Begins one, filled in with what the contest knows; whoever has a live one of the kind goes on with that. */
  beginApplication: intake
    .input(z.object({ kind: machineText(40), regionId: machineText(20) }))
    .errors({
      BENEFITS_NO_SUCH_KIND: { status: 422, message: '没有这种申报' },
      BENEFITS_NO_SUCH_REGION: { status: 422, message: '请选择县（市、区）' },
      BENEFITS_NOT_OPEN: notOpen,
    })
    .output(byApplication),
  application: read.input(byApplication).output(applicationView),
  saveApplication: change
    .input(
      z.object({
        applicationId: uuid,
        section: machineText(40),
        ...saving,
        data: answers,
        sealed: z.optional(z.record(machineText(40), machineText(100))),
      }),
    )
    .errors(unsaved)
    .output(question),
  /** One consent a receiver; a kind that is not named stays as it is. */
  agree: change
    .input(z.object({ applicationId: uuid, consents: z.record(machineText(60), z.boolean()) }))
    .errors(formShut)
    .output(applicationView),
  beginUpload: change
    .input(z.object({ applicationId: uuid, ...announced }))
    .errors({ ...announcedFiles, ...formShut })
    .output(begun),
  /** Gives a document here that was given somewhere else before, by its `given`: the same file, and nothing is sent. */
  giveAgain: change
    .input(z.object({ applicationId: uuid, slot: machineText(40), uploadId: uuid }))
    .errors({
      ...formShut,
      BENEFITS_NOT_GIVEN: { status: 422, message: '这份材料现在不能直接用了，请重新上传' },
    })
    .output(done),
  finishUpload: change.input(sent).errors(unarrived).output(materialView),
  cancelUpload: change.input(ofUpload).output(done),
  removeFile: change.input(ofUpload).errors(formShut).output(done),
  /** A signed address of a few minutes, for this reader alone; every opening is logged. */
  openFile: change
    .meta({ change: true, answersAnew: true, watched: 'staff' })
    .input(ofUpload)
    .errors(unready)
    .output(openedFile),
  /** Any move of the kind's lifecycle, by its name; a reason where it asks one, the faults where it sends back. */
  moveApplication: change
    .input(
      z.object({
        applicationId: uuid,
        version,
        move: machineText(40),
        reason: text(500),
        faults: z.array(z.object({ section: machineText(40), text: phrase(200) })).check(z.maxLength(30)),
        /** What the kind asks with this move, by the names of its questions. */
        answers: z.optional(answers),
      }),
    )
    .errors({
      ...staleMove('申报'),
      ...heldMove('申报', '您还没有受理这份申报，请先受理'),
      ...refusedMoves,
      FORM_CONSENT_FIRST: { status: 422, message: '请先逐项同意向各单位提供信息' },
      BENEFITS_NO_SUCH_MOVE: { status: 422, message: '没有这项操作' },
      BENEFITS_TEXT_REFUSED: { status: 422, message: '有文字不能使用，请修改后再提交' },
      BENEFITS_UNFINISHED: { status: 422, message: '还没有填好，请看标出的内容' },
      BENEFITS_FILES_MISSING: { status: 422, message: '还有材料没有上传' },
      BENEFITS_FILES_ON_THE_WAY: { status: 422, message: '还有文件在检查，请稍后再提交' },
      BENEFITS_NOT_OPEN: notOpen,
      BENEFITS_NOT_ELIGIBLE: { status: 422, message: '按填写的内容，不符合申报条件' },
      BENEFITS_ANSWERS_WRONG: { status: 422, message: '有内容没有填对，请看标出的地方' },
      BENEFITS_NO_OFFICE: { status: 422, message: '还没有选定办理单位，请先选择' },
      BENEFITS_NO_FAULTS: { status: 422, message: '请至少写一处问题' },
    })
    .output(z.object({ applicationId: uuid, state: z.string(), stateZh: z.string(), version })),
  /** Deletes what was never handed in, with its files; what was handed in once is withdrawn instead. */
  deleteDraft: change
    .meta({ change: true, endsAccess: true })
    .input(z.object({ applicationId: uuid, version }))
    .errors({
      ...staleMove('申报'),
      BENEFITS_ONCE_HANDED_IN: { status: 422, message: '提交过的申报不能删除，不再办理的请撤回' },
    })
    .output(done),
  /** Opens a covered value to whoever holds the application. */
  reveal: change
    .meta({ change: true, answersAnew: true, watched: 'staff' })
    .input(z.object({ applicationId: uuid, field: machineText(60) }))
    .errors({
      ...heldMove('申报', '您还没有受理这份申报，请先受理'),
      BENEFITS_NOTHING_TO_REVEAL: { status: 422, message: '没有可以查看的内容' },
      PEOPLE_OPENINGS_SPENT: { status: 422, message: '今天查看个人信息已达上限，请明天再看' },
    })
    .output(z.object({ value: z.string() })),
  /** What waits at one's desks: winners first, then who handed in earlier. */
  queue: read
    .input(z.object({ cursor }))
    .errors({ CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } })
    .output(
      z.object({
        items: z.array(
          z.object({ ...applicationHead.shape, nameZh: z.string(), mine: z.boolean(), claimed: z.boolean() }),
        ),
        next: z.nullable(z.string()),
      }),
    ),
  /** How the interest of a guaranteed loan is reckoned and who bears it, with figures of one's own. For anybody; nothing is kept. */
  loanExample: read
    .input(
      z.object({
        code: machineText(60),
        principalFen: z.int().check(z.minimum(100, '请填写额度'), z.maximum(mostOf.money)),
        months: z.int().check(z.minimum(1, '至少 1 个月'), z.maximum(360, '期限太长')),
        method: z.enum(['equalInstalments', 'equalPrincipal', 'interestFirst']),
        /** The yearly rate in basis points; null: the highest that the rule allows. */
        rateBp: z.nullable(z.int().check(z.nonnegative(), z.maximum(2_400, '利率太高'))),
        /** Null: today. */
        contractOn: z.nullable(date),
      }),
    )
    .errors({
      BENEFITS_EXAMPLE_BEYOND_RULE: { status: 422, message: '有数字超出规定，已在下方标红说明' },
    })
    .output(
      z.object({
        titleZh: z.string(),
        of: z.enum(['person', 'firm']),
        contractOn: date,
        rateBp: z.nullable(count),
        method: z.enum(['equalInstalments', 'equalPrincipal', 'interestFirst']),
        accrual: z.enum(['act360', 'monthly12']),
        figures: z.array(
          z.object({
            code: z.string(),
            zh: z.string(),
            valueZh: z.nullable(z.string()),
            sourceZh: z.nullable(z.string()),
          }),
        ),
        lacksZh: z.nullable(z.string()),
        plan: z.array(instalment),
        sum: z.object(interest),
      }),
    ),
};
