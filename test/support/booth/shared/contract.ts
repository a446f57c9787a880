import { offeredMove, staleMove, standing, timelineItem } from '@shared/cases/contract';
import { announced, begun, materialView, sent } from '@shared/files/contract';
import { announcedFiles, unarrived } from '@shared/files/refusals';
import { saving, sealedAnswers, sectionShown } from '@shared/forms/contract';
import { unsaved } from '@shared/forms/refusals';
import { change, machineText, phrase, read, text, uuid, version } from '@shared/kernel/contract';
import * as z from 'zod/mini';
import { boothLifecycle } from './lifecycle';

const section = z.enum(['stall']);
const sectionView = z.object({ section, ...sectionShown.shape });
const moved = z.object({ boothId: uuid, state: z.string(), stateZh: z.string(), version });
const refusedMoves = {
  ...staleMove(boothLifecycle.zh),
  BOOTH_MOVE_NOT_ALLOWED: { status: 422, message: '展位申请的状态已变，不能这样办。请刷新后再看' },
};
const byVersion = change
  .input(z.object({ boothId: uuid, version }))
  .errors(refusedMoves)
  .output(moved);

export const boothContract = {
  ask: change.input(z.object({ regionId: machineText(20), title: phrase(40) })).output(z.object({ boothId: uuid })),
  get: read.input(z.object({ boothId: uuid })).output(
    z.object({
      boothId: uuid,
      title: z.string(),
      ...standing.shape,
      holderZh: z.nullable(z.string()),
      timeline: z.array(timelineItem),
      sections: z.array(sectionView),
      files: z.array(materialView),
      moves: z.array(offeredMove),
      version,
    }),
  ),
  saveSection: change
    .input(z.object({ boothId: uuid, section, ...saving, sealed: sealedAnswers(['phone']) }))
    .errors(unsaved)
    .output(sectionView),
  beginUpload: change
    .input(z.object({ boothId: uuid, ...announced }))
    .errors({ ...announcedFiles, BOOTH_ANSWERED: { status: 422, message: '这个展位申请已经答复，不能再传文件' } })
    .output(begun),
  finishUpload: change.input(sent).errors(unarrived).output(materialView),
  lend: byVersion.errors({ ...refusedMoves, BOOTH_UNFINISHED: { status: 422, message: '申请人还没有填好' } }),
  refuse: change
    .input(z.object({ boothId: uuid, version, reason: text(200) }))
    .errors({ ...refusedMoves, BOOTH_REASON_MISSING: { status: 422, message: '请写明理由' } })
    .output(moved),
  giveBack: byVersion,
};
