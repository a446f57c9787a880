import type { noticesContract } from '@shared/notices/contract';
import type { TodoSource } from '../cases/todo';
import type { AnyArea } from '../line/area';
import type { Procedures } from '../rpc/procedure';
import { inbox, markAllRead, markRead } from './inbox';
import { makeLanding } from './landing';
import { choosePhone, chooseTexts, keepPhoneAnswers, phoneReminders, sendMessagesAgain, unsentMessages } from './phone';
import { makeWordings } from './wordings';
import { makeWorkbench } from './workbench';

export const makeNoticesProcedures = (
  areas: readonly AnyArea[],
  sources: readonly TodoSource[],
): Procedures<typeof noticesContract> => ({
  landing: makeLanding(sources),
  inbox,
  markRead,
  markAllRead,
  workbench: makeWorkbench(sources),
  phoneReminders,
  keepPhoneAnswers,
  choosePhone,
  chooseTexts,
  unsentMessages,
  sendMessagesAgain,
  ...makeWordings(areas),
});
