import { entryContract } from '@shared/entry/contract';
import { procedure } from '../procedure';
import { viewEntry } from './present-entry';
import { entryOf } from './subjects';

/** The whole entry as its team sees it. */
export const get = procedure(entryContract.get, entryOf, (call, _input, head) => viewEntry(call, head));
