/** An entry of the world, by where it stands in the end. */
export type EntryName =
  | 'draft'
  | 'begun'
  | 'ready'
  | 'submitted'
  | 'held'
  | 'read'
  | 'faulty'
  | 'returned'
  | 'resubmitted'
  | 'qualified'
  | 'rejected'
  | 'decided'
  | 'unsigned';

/** Who is on an entry's team besides its lead, as personas or people's ids. */
export type Team = { editors: readonly string[]; viewers: readonly string[]; past: readonly string[] };

/** Who plays in a world, and where it lies. */
export type Cast = {
  region: string;
  track: string;
  /** Who leads the entry of this name; a fresh person when it says nobody. */
  leads: (entry: EntryName) => string | undefined;
  team: (entry: EntryName) => Team;
  /** Who reads the region's entries and decides on them. */
  clerk: string;
  /** Who leads the region's office. */
  lead: string;
  /** Somebody who complains, and signs in at a browser. */
  anybody: string;
  /** What passes between two entries, in milliseconds: one person may not call more often in a minute. */
  pause: number;
};

const alone: Team = { editors: [], viewers: [], past: [] };

const leaders: Partial<Record<EntryName, string>> = {
  draft: 'entrant-new',
  begun: 'entrant-new',
  returned: 'entrant-returned',
};

const teams: Partial<Record<EntryName, Team>> = {
  begun: { ...alone, viewers: ['member'] },
  returned: { ...alone, editors: ['member'] },
};

/** The demo's personas, in 蒲县. */
export const personas: Cast = {
  region: '141033',
  track: 'rural_revitalisation',
  leads: (entry) => leaders[entry],
  team: (entry) => teams[entry] ?? alone,
  clerk: 'clerk-puxian-1',
  lead: 'lead-puxian',
  anybody: 'entrant-new',
  pause: 0,
};
