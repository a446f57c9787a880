import { entrantWalks } from '../support/walks/entrant';
import { setStage } from './stage';

const stage = setStage();

/**
 * What entrants do, on what they do it with. The walks of the staff and the complaint are a browser's (test/journeys): on a phone the road, the city,
 * the typing and the walk of all pages open the same sheets and make the same moves. The deadline comes last: nothing is entered after it.
 */
for (const [name, walk] of Object.entries(entrantWalks)) test(name, () => walk(stage.home));
