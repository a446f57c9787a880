import type { Hand } from '../hand';

/** A class that is full is entered on the award's name and phone; its page says where one stands. */
export async function joinsLine(winner: Hand, classId: string): Promise<void> {
  await winner.turnTo('policy/class', { classId });
  await winner.sees('候补');
  await winner.tap('enrol');
  expect(await winner.value('field-name')).toBe('王小明');
  await winner.tap('field-agreed');
  await winner.tap('enrol-send');
  await winner.reads('own', '第 1 位（获奖者）');
}

export async function leavesClass(person: Hand, classId: string): Promise<void> {
  await person.turnTo('policy/class', { classId });
  await person.tap('cancel');
  expect(await person.answer(true)).toContain('名额会马上留给下一位');
  await person.reads('own', '已取消');
}

/** The seat is held for a day; it is reached by the message and taken. */
export async function takesSeat(winner: Hand): Promise<void> {
  await winner.open('account/notices');
  await winner.tapWords('培训班有名额了，请确认');
  await winner.arrives('policy/class');
  await winner.reads('own', '请在11月25日（周三）09:00前接受');
  await winner.tap('accept');
  await winner.reads('own', '报名成功');
}
