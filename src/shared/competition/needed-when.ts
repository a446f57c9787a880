/** When a slot must hold a file before submitting; the rule's name is data of the edition. */
export const neededWhens = ['always', 'registered', 'claimsIp', 'claimsInsuredJobs', 'otherPaper', 'never'] as const;
export type NeededWhen = (typeof neededWhens)[number];
