import { api } from '../api';
import { queryClient } from '../cache/query-client';
import { isVisitor, met, visit } from './session';

/**
 * Signs in as whom WeChat says, and makes the person at the first meeting. Throws Failure; then all is as before.
 * Pages that stay open ask meanwhile who is there, and hear that nobody is: it is said once more at the end.
 */
export async function signInByPlatform(): Promise<void> {
  const before = isVisitor();
  visit(false);
  try {
    await api.people.signIn({});
  } catch (error) {
    if (before) visit(true);
    throw error;
  }
  met(true);
  queryClient.clear();
}
