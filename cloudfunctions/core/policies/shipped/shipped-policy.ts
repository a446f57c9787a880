import type { FactName } from '@shared/policies/facts';
import type { Confidence, Parameter, ParameterValue } from '@shared/policies/parameters';
import type { PolicyVersion } from '@shared/policies/policy';
import type { Leaf, LeafValue, Op, Rule } from '@shared/policies/rule';

/** A version of a policy as it comes with the product: its words, and its rule as data. */
export type ShippedPolicy = PolicyVersion & {
  titleZh: string;
  summaryZh: string;
  /** Whom it is for, in a few words. */
  forZh: string;
  bodyZh: string;
  kind: string;
  docNo: string;
  confirmedZh: string;
  demonstration: boolean;
};

export const missingDocument = '市级文件待补';
export const unconfirmed = '演示内容，待市人社部门提供正式文件后核定';
export const reprinted = '按公开转载的文件整理，尚未与原件逐条核对，以经办机构解释为准';

/** Leaves of one document: each says where it is written. */
export const leavesOf =
  (basis: string) =>
  (zh: string, fact: FactName, op: Op, value: LeafValue): Leaf => ({ fact, op, value, zh, basis });

/** The same, held against a parameter. */
export const heldTo =
  (basis: string) =>
  (zh: string, fact: FactName, op: Op, param: string): Leaf => ({ fact, op, param, zh, basis });

/** Parameters of one document with one term. */
export const parametersOf =
  (docNo: string, confidence: Confidence, from: string | null, to: string | null) =>
  (code: string, zh: string, value: ParameterValue): Parameter => ({ code, zh, from, to, value, docNo, confidence });

/** Won at this city's contest, and the award stands. */
export const won: Rule = {
  fact: 'awardCancelled',
  op: 'is',
  value: false,
  zh: '本市大赛获奖，奖项没有取消',
  basis: '大赛承诺（演示）',
};
