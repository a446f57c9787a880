import { at } from '../platform/schema';
import type { Call } from '../rpc/call';

/** Gives rows that go through no states a subject each, from which their files hang; the caller's own statement follows it. */
export const addSubjects = (call: Call, kind: string, ids: readonly string[]) =>
  call.db.insertInto('subject').values(ids.map((id) => ({ id, kind, created_at: at(call.now) })));

/** Takes them away again; what hung from them its area has deleted before. */
export const dropSubjects = (call: Call, ids: readonly string[]) =>
  call.db.deleteFrom('subject').where('id', 'in', ids);
