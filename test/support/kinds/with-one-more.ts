import type { ApplicationKind } from '../../../src/shared/benefits/application/kind';
import { kinds } from '../../../src/shared/benefits/kinds';
import { utilityRelief } from './utility-relief';

/** The one line that a new kind has in the registry. Imported before whatever looks into it. */
(kinds as ApplicationKind[]).push(utilityRelief);
