import { entryContract } from '@shared/entry/contract';
import { procedure } from '../../rpc/procedure';
import { entryOf } from '../subjects';
import { viewEntry } from './present-entry';

/** The whole entry as its team sees it. */
export const get = procedure(entryContract.get, entryOf, (call, _input, head) => viewEntry(call, head));
