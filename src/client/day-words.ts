import * as words from '@shared/kernel/moment-words';
import * as days from '@shared/kernel/shanghai';
import { serverNow } from './server-clock';

/*
 * The kernel's words for days, as they are read now: a day of another year says its year.
 */
export const formatDayZh = (date: string): string => days.formatDayZh(date, serverNow());
export const formatDateZh = (date: string): string => days.formatDateZh(date, serverNow());
export const dayZh = (instant: string): string => words.dayZh(instant, serverNow());
export const recentZh = (instant: string): string => words.recentZh(instant, serverNow());
export const dayEndZh = (date: string): string => words.dayEndZh(date, serverNow());
export const lastMomentZh = (closesAt: number): string => words.lastMomentZh(closesAt, serverNow());
export const untilZh = (instant: string): string => words.untilZh(instant, serverNow());
export const openingZh = (opensAt: number): string => words.openingZh(opensAt, serverNow());
export const deadlineZh = (instant: string, now?: number): string => words.deadlineZh(instant, now, serverNow());
