import { standingOf } from '@shared/cases/standing';
import { tellMoves } from '@shared/cases/timeline';
import { begin } from '../../../../cloudfunctions/core/cases/begin';
import { move } from '../../../../cloudfunctions/core/cases/move';
import { readMoves } from '../../../../cloudfunctions/core/cases/timeline';
import { me } from '../../../../cloudfunctions/core/rpc/call';
import { noSubject, type Procedures, procedure } from '../../../../cloudfunctions/core/rpc/procedure';
import { boothContract } from '../shared/contract';
import { boothLifecycle } from '../shared/lifecycle';
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
    moves: boothLifecycle.movesFor(booth, call.actor, call.now),
    version: booth.version,
  };
});

const lend = procedure(boothContract.lend, boothOf, (call, { version }, booth) =>
  move(call, boothNoun, booth, { command: 'lend', version }),
);

const refuse = procedure(boothContract.refuse, boothOf, (call, { version, reason }, booth) =>
  move(call, boothNoun, booth, { command: 'refuse', version, input: { reason } }),
);

const giveBack = procedure(boothContract.giveBack, boothOf, (call, { version }, booth) =>
  move(call, boothNoun, booth, { command: 'giveBack', version }),
);

export const boothProcedures: Procedures<typeof boothContract> = { ask, get, lend, refuse, giveBack };
