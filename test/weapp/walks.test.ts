import { entrantWalks } from '../support/walks/entrant';
import { screeningWalks } from '../support/walks/screening';
import { voiceWalks } from '../support/walks/voice';
import { setStage } from './stage';

const stage = setStage();

/** What is walked on the web page is walked in WeChat too. The deadline comes last: nothing is entered after it. */
const walks = Object.entries({ ...screeningWalks, ...voiceWalks, ...entrantWalks });

for (const [name, walk] of walks) test(name, () => walk(stage.home));
