import type { PartName } from '../parts';
import type { PartShape } from './part-field';
import { consentsShape, groupsShape } from './shapes/entering';
import { basicsShape, phasesShape, tracksShape } from './shapes/frame';
import { materialsShape } from './shapes/materials';
import { awardsShape, guideShape } from './shapes/public';
import { clocksShape, reasonsShape, remindersShape } from './shapes/review';
import { trainingShape } from './shapes/training';

/** What there is to fill in of an edition, part by part, in the order of the page. */
export const partShapes: Readonly<Record<PartName, PartShape>> = {
  basics: basicsShape,
  groups: groupsShape,
  tracks: tracksShape,
  materials: materialsShape,
  consents: consentsShape,
  clocks: clocksShape,
  reminders: remindersShape,
  reasons: reasonsShape,
  phases: phasesShape,
  awards: awardsShape,
  training: trainingShape,
  guide: guideShape,
};
