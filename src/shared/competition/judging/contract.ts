import * as z from 'zod/mini';
import { instant } from '../../kernel/contract';
import { phaseView } from '../open/contract';

/** Where somebody was made a judge, by whom and until when, and when judging is there. */
export const judgePostView = z.object({
  /** Its contest in the edition that runs; null in the whole city, or while no edition runs. */
  contestId: z.nullable(z.string()),
  /** `蒲县赛场` or `全市赛场`. */
  placeZh: z.string(),
  /** Who gave it; null: the command of the installation, or somebody who has left. */
  givenBy: z.nullable(z.string()),
  givenAt: instant,
  /** null: not by itself. */
  endsAt: z.nullable(instant),
  /** null while nobody set its time. */
  judging: z.nullable(phaseView),
});
