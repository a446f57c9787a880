import { entrantWalks } from '../support/walks/entrant';
import { setStage } from './stage';

const stage = setStage();

for (const [name, walk] of Object.entries(entrantWalks)) test(name, () => walk(stage.home));
