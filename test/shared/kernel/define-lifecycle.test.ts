import { standingOf } from '@shared/cases/standing';
import type { Actor } from '@shared/kernel/actor';
import { onlyTheClock, rule } from '@shared/kernel/define-access';
import { defineLifecycle } from '@shared/kernel/define-lifecycle';
import { refuse } from '@shared/kernel/result';
import { walkLifecycle } from '../../support/walk-lifecycle';

type State = 'open' | 'taken' | 'again' | 'done' | 'expired';
type Command = 'take' | 'release' | 'finish' | 'expire' | 'drop';
type Parcel = { state: State; ownerId: string; takenFrom: 'open' | 'again'; closesAt: number };
type Event = 'parcel.taken' | 'parcel.finished';

const owns = rule<Parcel>('本人', (actor, parcel) => actor.personId === parcel.ownerId, {
  code: 'PARCEL_NOT_YOURS',
  reason: '这不是您的包裹',
});

const plain = { tone: 'info', holder: () => null, waits: null } as const;

const lifecycle = defineLifecycle<State, Command, Parcel, Event>()({
  name: 'parcel',
  zh: '项目',
  initial: 'open',
  begins: { silent: '放下包裹，没有人需要知道' },
  side: (parcel, caller) => {
    if (caller === null) return 'outside';
    return caller.personId === parcel.ownerId ? 'own' : 'staff';
  },
  states: {
    open: { ...plain, staff: '待领', public: '可领取', waits: 'own' },
    taken: { ...plain, staff: '已领', public: '办理中' },
    again: { ...plain, staff: '待复领', public: '可领取', waits: 'own', editable: true },
    done: { ...plain, staff: '已办结', public: '已办结', final: true, publicAs: 'taken' },
    expired: { ...plain, staff: '逾期', public: '已过期', final: true },
  },
  moves: {
    take: {
      from: ['open', 'again'],
      to: 'taken',
      by: owns,
      label: '领取',
      when: (parcel, now) => (now < parcel.closesAt ? null : refuse('PARCEL_CLOSED', '领取时间已过')),
      emits: ['parcel.taken'],
    },
    release: {
      from: ['taken'],
      to: (parcel) => parcel.takenFrom,
      toOneOf: ['open', 'again'],
      by: owns,
      label: '放回',
      silent: '只是放回，没有人需要知道',
    },
    finish: { from: ['taken'], to: 'done', by: owns, label: '办结', emits: ['parcel.finished'] },
    drop: {
      from: ['taken'],
      to: 'again',
      by: owns,
      label: '退回',
      asks: ['reason', 'shelf'],
      danger: '退回后须重新领取，确定退回吗？',
      silent: '退回自己的包裹',
    },
    expire: { from: ['open', 'again'], to: 'expired', by: onlyTheClock, label: '到期', silent: '无人领取' },
  },
});

const owner: Actor = { personId: 'lin', grants: [] };
const other: Actor = { personId: 'other', grants: [] };
const parcel = (state: State): Parcel => ({ state, ownerId: 'lin', takenFrom: 'again', closesAt: 1_000 });

describe('A move', () => {
  test('gives the next state and what happened', () => {
    expect(lifecycle.move('take', parcel('open'), {}, 999)).toEqual({
      ok: true,
      next: 'taken',
      events: ['parcel.taken'],
    });
  });

  test('may lead to a state that the subject remembers, and be silent', () => {
    expect(lifecycle.move('release', parcel('taken'), {}, 0)).toEqual({ ok: true, next: 'again', events: [] });
    expect(lifecycle.move('release', { ...parcel('taken'), takenFrom: 'open' }, {}, 0)).toEqual({
      ok: true,
      next: 'open',
      events: [],
    });
  });

  test('from a wrong state is refused with the state and with what is possible', () => {
    expect(lifecycle.move('finish', parcel('open'), {}, 0)).toEqual({
      ok: false,
      code: 'PARCEL_MOVE_NOT_ALLOWED',
      message: '项目现为“可领取”，不能“办结”。可以：领取',
    });
    expect(lifecycle.move('take', parcel('done'), {}, 0)).toEqual({
      ok: false,
      code: 'PARCEL_MOVE_NOT_ALLOWED',
      message: '项目现为“已办结”，不能“领取”。现在没有可以办理的操作',
    });
  });

  test('names to a caller only what that caller could do instead', () => {
    expect(lifecycle.move('finish', parcel('open'), {}, 0, other)).toMatchObject({
      message: '项目现为“待领”，不能“办结”。现在没有可以办理的操作',
    });
  });

  test('is refused by its own condition at the very instant of the deadline', () => {
    expect(lifecycle.move('take', parcel('open'), {}, 1_000)).toEqual({
      ok: false,
      code: 'PARCEL_CLOSED',
      message: '领取时间已过',
    });
  });

  test('asks for what it needs and takes blanks for nothing', () => {
    expect(lifecycle.move('drop', parcel('taken'), { reason: '  ', shelf: 'A' }, 0)).toEqual({
      ok: false,
      code: 'PARCEL_REASON_MISSING',
      message: '请写明理由',
      fields: { reason: '请写明理由' },
    });
    expect(lifecycle.move('drop', parcel('taken'), { reason: '破损', shelf: [] }, 0)).toEqual({
      ok: false,
      code: 'PARCEL_SHELF_MISSING',
      message: '“退回”还缺少必填内容',
      fields: { shelf: '“退回”还缺少必填内容' },
    });
    expect(lifecycle.move('drop', parcel('taken'), { reason: '破损', shelf: 'A' }, 0)).toEqual({
      ok: true,
      next: 'again',
      events: [],
    });
  });
});

describe('The buttons', () => {
  test('are the moves out of the state that the caller may make', () => {
    expect(lifecycle.movesFor(parcel('taken'), owner, 0)).toEqual([
      { move: 'release', label: '放回', danger: null, asks: [], closed: null },
      { move: 'finish', label: '办结', danger: null, asks: [], closed: null },
      {
        move: 'drop',
        label: '退回',
        danger: '退回后须重新领取，确定退回吗？',
        asks: ['reason', 'shelf'],
        closed: null,
      },
    ]);
    expect(lifecycle.movesFor(parcel('taken'), other, 0)).toEqual([]);
    expect(lifecycle.movesFor(parcel('taken'), null, 0)).toEqual([]);
  });

  test('stay visible with the reason when a condition closes them, and never show what only the clock does', () => {
    expect(lifecycle.movesFor(parcel('open'), owner, 1_000)).toEqual([
      { move: 'take', label: '领取', danger: null, asks: [], closed: '领取时间已过' },
    ]);
  });
});

describe('A table', () => {
  test('has a label for staff and one for the public', () => {
    expect(lifecycle.labelOf('again', 'staff')).toBe('待复领');
    expect([lifecycle.labelOf('again', 'own'), lifecycle.labelOf('again', 'outside')]).toEqual(['可领取', '可领取']);
  });

  test('names the states of which something is true', () => {
    expect(lifecycle.statesThat(({ waits }) => waits === 'own')).toEqual(['open', 'again']);
  });

  test('shows its undecided states to nobody but staff', () => {
    const shown = (side: 'own' | 'staff' | 'outside') => standingOf(lifecycle, 'done', side);
    const announced = { state: 'taken', stateZh: '办理中', tone: 'info', waits: null, editable: false, live: false };
    expect([shown('own'), shown('outside')]).toEqual([announced, announced]);
    expect(shown('staff')).toEqual({ ...announced, state: 'done', stateZh: '已办结' });
    expect(standingOf(lifecycle, 'again', 'own')).toMatchObject({ waits: 'own', editable: true });
  });

  test('that holds together is walked without a word', () => {
    expect(walkLifecycle(lifecycle, () => true)).toEqual([]);
  });

  test('that does not is told each fault', () => {
    const { take, finish } = lifecycle.moves;
    const broken = {
      ...lifecycle,
      states: { ...lifecycle.states, taken: { ...plain, staff: '已领', public: '办理中', final: true as const } },
      moves: {
        ...lifecycle.moves,
        take: { ...take, from: ['open' as const] },
        release: { ...finish, label: '放回', from: [] },
        drop: { ...finish, from: [], label: '退回' },
        expire: { ...finish, from: [], label: '到期' },
      },
    };
    expect(walkLifecycle(broken, (event) => event !== 'parcel.finished')).toEqual([
      'parcel: nothing leads to again',
      'parcel: nothing leads to expired',
      'parcel: again is not final and has no way out',
      'parcel: taken is called final and has a way out',
      'parcel: release emits parcel.finished, of which nobody is told',
      'parcel: finish emits parcel.finished, of which nobody is told',
      'parcel: drop emits parcel.finished, of which nobody is told',
      'parcel: expire emits parcel.finished, of which nobody is told',
    ]);
  });
});
