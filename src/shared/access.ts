import { awardsAccess } from './awards/access';
import { competitionAccess } from './competition/access';
import { entryAccess } from './entry/access';
import type { Caller } from './kernel/actor';
import type { Rule, Verdict } from './kernel/define-access';
import { noticesAccess } from './notices/access';
import { peopleAccess } from './people/access';
import { policiesAccess } from './policies/access';
import { batchAccess, queueAccess, reviewAccess } from './screening/access';

/** Area → procedure → rule: the one table that decides who may do what, and that the matrix is generated from. */
export const accessTables = {
  people: peopleAccess.table,
  competition: competitionAccess.table,
  entry: entryAccess.table,
  screening: { ...queueAccess.table, ...batchAccess.table, ...reviewAccess.table },
  awards: awardsAccess.table,
  policies: policiesAccess.table,
  notices: noticesAccess.table,
};

const rules: Record<string, Record<string, Rule<never>>> = accessTables;

export const access = {
  /** A procedure without a rule is a fault of ours and stays shut. */
  decide(area: string, procedure: string, caller: Caller, subject: unknown): Verdict {
    const rule = rules[area]?.[procedure];
    return rule ? rule.decide(caller, subject as never) : { ok: false, code: 'FORBIDDEN', reason: '这项功能暂未开放' };
  },
};
