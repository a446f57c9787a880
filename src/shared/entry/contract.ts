import * as z from 'zod/mini';
import { announced, begun, materialView, ofUpload, openedFile, sent } from '../files/contract';
import { announcedFiles, unarrived, unready } from '../files/refusals';
import { saving, sealedAnswers } from '../forms/contract';
import { consentTextForm } from '../forms/form';
import { unsaved } from '../forms/refusals';
import {
  change,
  count,
  done,
  instant,
  intake,
  machineText,
  personName,
  phrase,
  read,
  text,
  uuid,
  version,
} from '../kernel/contract';
import { counterContract } from './counter/contract';
import { lateContract } from './late/contract';
import { closed, incomplete, locked, refusedMoves, stale, teamFull, unconsented, wrongField } from './refusals';
import { receiptView, statusView } from './standing/contract';
import { entryCard, entryView, sectionName, sectionView } from './views/contract';

const moved = z.object({ entryId: uuid, state: z.string(), stateZh: z.string(), version });

/** Where one enters, and as what. */
const place = { contestId: z.string(), trackCode: machineText(60), groupCode: machineText(60) };
const noSuchPlace = {
  ENTRY_TRACK_NOT_HERE: { status: 422, message: '该县（市、区）没有设这个赛道' },
  ENTRY_NO_SUCH_GROUP: { status: 422, message: '没有这个组别' },
};

/** A move that asks for nothing but the version it was decided on. */
const byVersion = change.input(z.object({ entryId: uuid, version })).output(moved);

export const entryContract = {
  ...lateContract,
  ...counterContract,
  mine: read.input(z.object({})).output(z.object({ entries: z.array(entryCard) })),
  /** How many entries of an edition are being filled in, and how many were sent in and are not over. */
  inEdition: read.input(z.object({ editionId: machineText(40) })).output(z.object({ drafts: count, sent: count })),
  /** Begins a draft in a contest that is open for sign-up. */
  start: intake
    .input(z.object(place))
    .errors({
      ...refusedMoves,
      ...noSuchPlace,
      ENTRY_TOO_MANY_DRAFTS: { status: 422, message: '您已有 5 份没有提交的报名，请继续填写其中一份，或删除不用的' },
    })
    .output(z.object({ entryId: uuid })),
  get: read.input(z.object({ entryId: uuid })).output(entryView),
  /** The team of a draft has read what changed in the rules (`rulesChanged`). */
  takeRules: change.input(z.object({ entryId: uuid })).output(entryView),
  /** Saves what is typed, finished or not. `sealed` holds new values of sealed fields (idNumber, phone) and only those that change. */
  saveSection: change
    .input(
      z.object({
        entryId: uuid,
        section: sectionName,
        ...saving,
        sealed: sealedAnswers(['idNumber', 'phone']),
      }),
    )
    .errors(unsaved)
    .output(sectionView),
  /** Moves a draft to another region's contest, a track that it runs, or another group; the group stays when it is left out. */
  changeContest: change
    .input(z.object({ ...place, entryId: uuid, version, groupCode: z.optional(place.groupCode) }))
    .errors({ ...refusedMoves, ...noSuchPlace })
    .output(moved),
  giveConsents: change
    .input(z.object({ entryId: uuid, sensitive: z.boolean(), publicDisplay: z.boolean() }))
    .errors(closed)
    .output(entryView),
  inviteMember: change
    .meta({ change: true, answersAnew: true })
    .input(z.object({ entryId: uuid, access: z.enum(['view', 'edit']) }))
    .errors({
      ...closed,
      ...teamFull,
      ENTRY_TOO_MANY_INVITATIONS: {
        status: 422,
        message: '这个项目已有 20 个有效的邀请，请直接使用已发出的。每个邀请 7 天后过期',
      },
    })
    .output(z.object({ token: z.string(), link: z.string(), expiresAt: instant })),
  /** What an invited person sees before joining. */
  invitation: read.input(z.object({ token: machineText(100) })).output(
    z.object({
      entryId: uuid,
      title: z.string(),
      regionZh: z.string(),
      leaderZh: z.string(),
      access: z.enum(['view', 'edit']),
      expiresAt: instant,
      alreadyIn: z.boolean(),
      /** Why nobody can join now, said before anything is typed; null while there is room. */
      closed: z.nullable(z.string()),
      /** What has to be agreed to before a phone number is given; null where the edition asks nothing. */
      consent: z.nullable(consentTextForm),
    }),
  ),
  joinTeam: intake
    .input(
      z.object({
        token: machineText(100),
        name: personName(30),
        roleZh: phrase(30),
        phone: machineText(100),
        /** Whether the consent shown on the invitation was ticked. */
        sensitive: z.boolean(),
      }),
    )
    .errors({
      ENTRY_INVITATION_OVER: { status: 422, message: '邀请已过期或已收回，请联系负责人重新邀请' },
      ...teamFull,
      ENTRY_ALREADY_IN_TEAM: { status: 422, message: '您已在这个团队中' },
      FORM_SECTION_CLOSED: { status: 422, message: '项目已提交，现在不能加入' },
      ...wrongField,
      ...unconsented,
    })
    .output(z.object({ entryId: uuid })),
  /** A member says yes to taking part; without every member's yes nothing is submitted. */
  consentAsMember: change
    .input(z.object({ entryId: uuid, agreed: z.literal(true) }))
    .errors(closed)
    .output(entryView),
  removeMember: change
    .input(z.object({ entryId: uuid, memberId: uuid }))
    .errors(closed)
    .output(entryView),
  leaveTeam: change
    .meta({ change: true, endsAccess: true })
    .input(z.object({ entryId: uuid }))
    .errors({ FORM_SECTION_CLOSED: { status: 422, message: '项目已提交，现在不能退出' } })
    .output(done),
  beginUpload: change
    .input(z.object({ entryId: uuid, ...announced }))
    .errors({
      FORM_SECTION_CLOSED: { status: 422, message: '材料现在不能修改' },
      ...announcedFiles,
      ...unconsented,
      ...locked,
      ENTRY_SLOT_NOT_ASKED: { status: 422, message: '负责人用居民身份证报名的，不用上传证件照片' },
    })
    .output(begun),
  finishUpload: change
    .input(sent)
    .errors({ ...unarrived, ...locked })
    .output(materialView),
  cancelUpload: change.input(ofUpload).output(done),
  removeMaterial: change
    .input(ofUpload)
    .errors({ FORM_SECTION_CLOSED: { status: 422, message: '材料现在不能修改' } })
    .output(entryView),
  /** A signed address of a few minutes, for this reader alone; every opening is logged. */
  openMaterial: change
    .meta({ change: true, answersAnew: true, watched: 'staff' })
    .input(ofUpload)
    .errors({
      ...unready,
      ENTRY_EDITION_OVER: { status: 422, message: '往届项目的个人信息不再开放查看' },
      PEOPLE_OPENINGS_SPENT: { status: 422, message: '今天查看个人信息已达上限，请明天再看' },
    })
    .output(openedFile),
  submit: byVersion.errors({ ...refusedMoves, ...incomplete }),
  resubmit: byVersion.errors({ ...refusedMoves, ...incomplete }),
  recall: byVersion.errors(refusedMoves),
  withdraw: change
    .input(z.object({ entryId: uuid, version, reason: text(200) }))
    .errors({
      ...refusedMoves,
      ENTRY_NEVER_SUBMITTED: { status: 422, message: '还没有提交过，可以删除草稿' },
      ENTRY_EDITION_OVER: { status: 422, message: '往届项目不能退赛' },
    })
    .output(moved),
  /** Deletes what was never submitted, with its files; what was ever submitted is withdrawn instead. */
  deleteDraft: change
    .meta({ change: true, endsAccess: true })
    .input(z.object({ entryId: uuid, version }))
    .errors({ ...stale, ENTRY_ONCE_SUBMITTED: { status: 422, message: '提交过的项目不能删除，不再参加的请退赛' } })
    .output(done),
  receipt: read
    .input(z.object({ entryId: uuid, n: z.optional(version) }))
    .errors({ ENTRY_NO_RECEIPT: { status: 404, message: '项目还没有提交过' } })
    .output(receiptView),
  status: read.input(z.object({ entryId: uuid })).output(statusView),
};
