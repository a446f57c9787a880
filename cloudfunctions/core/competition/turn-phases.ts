import type { Home } from '../home';

/** Tells of phases that opened or closed. Answers how many. */
export async function turnPhases(_home: Home): Promise<number> {
  return 0;
}
