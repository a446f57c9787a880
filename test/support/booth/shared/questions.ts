import type { Question } from '@shared/forms/question';

/** What an asker tells of the stall, in one section. */
export const boothQuestions = {
  stall: [
    { name: 'goods', zh: '展出的货品', hintZh: '', input: 'area', max: 200 },
    { name: 'power', zh: '需要用电', hintZh: '', input: 'switch' },
    { name: 'phone', zh: '现场联系电话', hintZh: '', input: 'sealed', max: 11 },
  ],
} as const satisfies Record<string, readonly Question[]>;

export type BoothSection = keyof typeof boothQuestions;
