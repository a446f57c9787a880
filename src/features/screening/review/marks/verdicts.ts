import type { Tone } from '../../../../ui/tone';
import type { Draft, ReviewSection } from './mark-keeper';

export const verdictChoices: ReadonlyArray<{ value: Draft['verdict']; zh: string }> = [
  { value: 'unread', zh: '未审' },
  { value: 'ok', zh: '无误' },
  { value: 'fault', zh: '需要补正' },
];

export const verdictTone: Record<Draft['verdict'], Tone> = { unread: 'neutral', ok: 'pass', fault: 'warn' };

export const verdictZh = (verdict: Draft['verdict']): string =>
  verdictChoices.find(({ value }) => value === verdict)?.zh ?? '';

/** A mark in one sentence: the verdict, the reasons picked, the reviewer's words. */
export const markWords = ({ verdict, codes, comment }: Draft, reasons: ReviewSection['reasons']): string =>
  verdict === 'fault'
    ? [verdictZh(verdict), ...codes.map((code) => reasons.find((reason) => reason.code === code)?.zh ?? code), comment]
        .filter((part) => part !== '')
        .join('；')
    : verdictZh(verdict);
