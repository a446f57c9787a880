import type { EditionState } from '../edition/states';

/** A region's contest as those who run it know it. */
export type ContestSubject = {
  contestId: string;
  regionId: string;
  regionZh: string;
  editionId: string;
  editionZh: string;
  status: EditionState;
  version: number;
};
