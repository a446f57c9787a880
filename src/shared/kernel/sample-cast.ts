/** The region in which the samples lie by which rules are tried, and whose staff they know. */
export const here = '141002';

/** The bank of the samples, for which the matrix's callers act, and the guarantor. */
export const organisationHere = '0197f000-0000-7000-8000-0000000000b0';
export const guarantorHere = '0197f000-0000-7000-8000-0000000000b1';

/** Who has to do with a sample: everybody's id is the part that they play, as the permission matrix names its callers. */
export const cast = {
  leader: 'leader',
  editor: 'editor',
  viewer: 'viewer',
  formerMember: 'formerMember',
  staffHere: 'staffHere',
  leadHere: 'leadHere',
  staffHelper: 'staffHelper',
  staffOnTeam: 'staffOnTeam',
  leadOnTeam: 'leadOnTeam',
  staffOnceOnTeam: 'staffOnceOnTeam',
} as const;
