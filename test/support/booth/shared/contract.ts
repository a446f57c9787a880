import { offeredMove, staleMove, standing, timelineItem } from '@shared/cases/contract';
import { change, machineText, phrase, read, text, uuid, version } from '@shared/kernel/contract';
import * as z from 'zod/mini';
import { boothLifecycle } from './lifecycle';

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
      moves: z.array(offeredMove),
      version,
    }),
  ),
  lend: byVersion,
  refuse: change
    .input(z.object({ boothId: uuid, version, reason: text(200) }))
    .errors({ ...refusedMoves, BOOTH_REASON_MISSING: { status: 422, message: '请写明理由' } })
    .output(moved),
  giveBack: byVersion,
};
