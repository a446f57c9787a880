import { filled, problemsIn } from '@shared/forms/form';
import { keptSection } from '@shared/forms/kept-section';
import type { Answers } from '@shared/forms/question';
import * as z from 'zod/mini';
import { boothQuestions } from './questions';

const stall = z.object({ goods: filled(200) });

/** What is still missing in the one section: field → sentence. */
export const stallProblems = (answers: Answers, hasPhone: boolean): Record<string, string> => ({
  ...problemsIn(stall, keptSection(boothQuestions.stall, answers)),
  ...(!hasPhone && { phone: '请填写现场联系电话' }),
});
