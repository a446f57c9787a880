import { standingOf } from '@shared/cases/standing';
import { tellMoves } from '@shared/cases/timeline';
import { linesOf } from '@shared/forms/lines';
import type { Question } from '@shared/forms/question';
import { begin } from '../../../../cloudfunctions/core/cases/begin';
import { move } from '../../../../cloudfunctions/core/cases/move';
import { readMoves } from '../../../../cloudfunctions/core/cases/timeline';
import { beginUpload as announce, isThereRoom } from '../../../../cloudfunctions/core/files/begin-upload';
import { judgeSent, sendUpload } from '../../../../cloudfunctions/core/files/finish-upload';
import { presentMaterials } from '../../../../cloudfunctions/core/files/present-material';
import { readUploadRows, subjectOfUpload } from '../../../../cloudfunctions/core/files/upload-rows';
import { answersOf } from '../../../../cloudfunctions/core/forms/form-rows';
import { freezeForm } from '../../../../cloudfunctions/core/forms/freeze-form';
import { presentSection } from '../../../../cloudfunctions/core/forms/present-section';
import { saveSection as save } from '../../../../cloudfunctions/core/forms/save-section';
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
import { stallProblems } from '../shared/form';
import { boothLifecycle, isOpen } from '../shared/lifecycle';
import { type BoothSection, boothQuestions } from '../shared/questions';
import { boothSlots } from '../shared/slots';
import type { BoothSubject } from '../shared/subject';
import { boothFiles } from './files';
import { type BoothForm, boothForm, readBoothForm } from './form';
import { boothNoun } from './moves';
import { boothOf } from './subjects';

const ask = procedure(boothContract.ask, noSubject, async (call, { regionId, title }) => {
  const askerId = me(call);
  const row = { region_id: regionId, asker_id: askerId, title };
  return { boothId: await begin(call, boothNoun, row, { regionId }, { regionId, askerId, title, dueAt: null }) };
});

const get = procedure(boothContract.get, boothOf, async (call, _input, booth) => {
  const side = boothLifecycle.side(booth, call.actor);
  const moves = await readMoves(call.db, booth.boothId);
  const form = await readBoothForm(call, booth);
  return {
    boothId: booth.boothId,
    title: booth.title,
    ...standingOf(boothLifecycle, booth.state, side),
    holderZh: boothLifecycle.states[booth.state].holder({}),
    timeline: tellMoves(boothLifecycle, moves, side, ({ byPerson, regionZh }) =>
      byPerson === booth.askerId ? '申请人' : `${regionZh ?? ''}审核人员`,
    ),
    sections: [viewSection(form, 'stall')],
    files: presentMaterials(await readUploadRows(call.db, booth.boothId)),
    moves: boothLifecycle.movesFor(booth, call.actor, call.now),
    version: booth.version,
  };
});

const viewSection = (form: BoothForm, section: BoothSection) => ({
  section,
  ...presentSection(form, section),
  editable: isOpen(form.booth),
  problems: stallProblems(answersOf(form, section), form.sealed.has('stall.phone')),
});

const saveSection = procedure(boothContract.saveSection, boothOf, async (call, input, booth) =>
  save(call, boothForm, await readBoothForm(call, booth), input, (form) => viewSection(form, input.section)),
);

const beginUpload = askingProcedure(
  boothContract.beginUpload,
  boothOf,
  isThereRoom,
  async (call, input, booth, room) => {
    if (!isOpen(booth)) throw new Refused('BOOTH_ANSWERED');
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
  (call, input, booth) => sendUpload(call, boothFiles, input, async () => isOpen(booth)),
  judgeSent(boothFiles),
);

/** What it is lent upon stays as it was, whatever happens later. */
const lend = procedure(boothContract.lend, boothOf, (call, { version }, booth) =>
  move(call, boothNoun, booth, { command: 'lend', version }, async () => {
    const form = await readBoothForm(call, booth);
    const { data, masked, problems } = viewSection(form, 'stall');
    if (Object.keys(problems).length > 0) throw new Refused('BOOTH_UNFINISHED');
    const parts = [{ section: 'stall', zh: '展位情况', lines: linesOf<Question>(boothQuestions.stall, data, masked) }];
    await freezeForm(call, { kind: 'booth', id: booth.boothId }, form, { n: 1, reference: booth.boothId, parts });
    return {};
  }),
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
  saveSection,
  beginUpload,
  finishUpload,
  lend,
  refuse,
  giveBack,
};
