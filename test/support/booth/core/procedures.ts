import { standingOf } from '@shared/cases/standing';
import { tellMoves } from '@shared/cases/timeline';
import { begin } from '../../../../cloudfunctions/core/cases/begin';
import { move } from '../../../../cloudfunctions/core/cases/move';
import { readMoves } from '../../../../cloudfunctions/core/cases/timeline';
import { beginUpload as announce, isThereRoom } from '../../../../cloudfunctions/core/files/begin-upload';
import { judgeSent, sendUpload } from '../../../../cloudfunctions/core/files/finish-upload';
import { presentMaterials } from '../../../../cloudfunctions/core/files/present-material';
import { readUploadRows, subjectOfUpload } from '../../../../cloudfunctions/core/files/upload-rows';
import { me } from '../../../../cloudfunctions/core/rpc/call';
import {
  askingProcedure,
  finishingProcedure,
  type Load,
  noSubject,
  type Procedures,
  procedure,
} from '../../../../cloudfunctions/core/rpc/procedure';
import { Refused } from '../../../../cloudfunctions/core/rpc/refused';
import { boothContract } from '../shared/contract';
import { boothLifecycle } from '../shared/lifecycle';
import { boothSlots } from '../shared/slots';
import type { BoothSubject } from '../shared/subject';
import { boothFiles } from './files';
import { boothNoun } from './moves';
import { boothOf } from './subjects';

const ask = procedure(boothContract.ask, noSubject, async (call, { regionId, title }) => {
  const row = { region_id: regionId, asker_id: me(call), title };
  return { boothId: await begin(call, boothNoun, row, { regionId }) };
});

const get = procedure(boothContract.get, boothOf, async (call, _input, booth) => {
  const side = boothLifecycle.side(booth, call.actor);
  const moves = await readMoves(call.db, booth.boothId);
  return {
    boothId: booth.boothId,
    title: booth.title,
    ...standingOf(boothLifecycle, booth.state, side),
    holderZh: boothLifecycle.states[booth.state].holder({}),
    timeline: tellMoves(boothLifecycle, moves, side, ({ byPerson, regionZh }) =>
      byPerson === booth.askerId ? '申请人' : `${regionZh ?? ''}审核人员`,
    ),
    files: presentMaterials(await readUploadRows(call.db, booth.boothId)),
    moves: boothLifecycle.movesFor(booth, call.actor, call.now),
    version: booth.version,
  };
});

const mayChange = ({ state }: BoothSubject) => boothLifecycle.states[state].editable === true;

const beginUpload = askingProcedure(
  boothContract.beginUpload,
  boothOf,
  isThereRoom,
  async (call, input, booth, room) => {
    if (!mayChange(booth)) throw new Refused('BOOTH_ANSWERED');
    const uploads = await readUploadRows(call.db, booth.boothId);
    return announce(call, boothFiles, { subjectId: booth.boothId, slots: boothSlots, uploads }, input, room);
  },
);

/** The booth of a file, for a call that names only that. */
const boothOfUpload: Load<{ uploadId: string }, BoothSubject> = async (call, { uploadId }, lock) => {
  const boothId = await subjectOfUpload(call, uploadId);
  return boothId === null ? null : boothOf(call, { boothId }, lock);
};

const finishUpload = finishingProcedure(
  boothContract.finishUpload,
  boothOfUpload,
  (call, input, booth) => sendUpload(call, boothFiles, input, async () => mayChange(booth)),
  judgeSent(boothFiles),
);

const lend = procedure(boothContract.lend, boothOf, (call, { version }, booth) =>
  move(call, boothNoun, booth, { command: 'lend', version }),
);

const refuse = procedure(boothContract.refuse, boothOf, (call, { version, reason }, booth) =>
  move(call, boothNoun, booth, { command: 'refuse', version, input: { reason } }),
);

const giveBack = procedure(boothContract.giveBack, boothOf, (call, { version }, booth) =>
  move(call, boothNoun, booth, { command: 'giveBack', version }),
);

export const boothProcedures: Procedures<typeof boothContract> = {
  ask,
  get,
  beginUpload,
  finishUpload,
  lend,
  refuse,
  giveBack,
};
