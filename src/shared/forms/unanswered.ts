import type { Question } from './question';

/** A label that asks or states something is no noun with which a sentence could go on. */
const asksOrStates = /[几哪谁，]|有没有|是不是|没有|什么|怎样|符合|可行|到$/;

/** Beside a question that was not answered: what it is called, quoted where that is no noun. */
export const unanswered = ({ zh, input }: Pick<Question, 'zh' | 'input'>): string =>
  `请${input === 'choice' || input === 'date' ? '选择' : '填写'}${asksOrStates.test(zh) ? `“${zh}”` : zh}`;
