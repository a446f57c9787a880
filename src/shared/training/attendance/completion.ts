/** How somebody did: whole lesson hours, and how plan and test came out; null: not judged yet. */
export type Done = {
  attended: number;
  hours: number;
  /** Per cent of the hours that have to be attended. */
  percent: number;
  needsPlan: boolean;
  plan: boolean | null;
  needsTest: boolean;
  test: boolean | null;
};

/** Whether enough hours were attended: in whole hours and per cent, so that no rounding decides. */
export const attendedEnough = (attended: number, hours: number, percent: number): boolean =>
  attended * 100 >= hours * percent;

/** Hours that have to be attended at least. */
export const hoursNeeded = (hours: number, percent: number): number => Math.ceil((hours * percent) / 100);

/** What came of it; `unjudged`: a plan or a test that decides is still to be judged. */
export function outcomeOf(done: Done): 'complete' | 'fail' | 'miss' | 'unjudged' {
  const { attended, hours, percent, needsPlan, plan, needsTest, test } = done;
  if (attended === 0) return 'miss';
  if (!attendedEnough(attended, hours, percent)) return 'fail';
  const asked = [...(needsPlan ? [plan] : []), ...(needsTest ? [test] : [])];
  if (asked.includes(false)) return 'fail';
  return asked.includes(null) ? 'unjudged' : 'complete';
}
