import { screeningWalks } from '../support/walks/screening';
import { setStage } from './stage';

const stage = setStage();

for (const [name, walk] of Object.entries(screeningWalks)) test(name, () => walk(stage.home));
