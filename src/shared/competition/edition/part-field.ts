/** How a value is typed, and how what was typed stands in the blueprint. */
export type PartInput =
  | 'text'
  | 'area'
  | 'number'
  | 'date'
  /** A day, from whose beginning an instant is made; the last day, from whose end. */
  | 'firstDay'
  | 'lastDay'
  | 'switch'
  | 'choice'
  /** Several of the choices. */
  | 'many'
  /** Typed in 元, kept in fen. */
  | 'money'
  /** Typed in MB, kept in bytes. */
  | 'megabytes'
  /** Not typed: the server's own. */
  | 'hidden';

export type PartField = {
  /** Its place in the part, or in an item of a list. */
  path: string;
  zh: string;
  hintZh?: string;
  input: PartInput;
  max?: number;
  unit?: string;
  choices?: ReadonlyArray<{ value: string; zh: string }>;
  /** Answers that another area knows: the sections of the entry form. */
  from?: 'sections';
  /** May stay empty; then it is left out of the blueprint, or stands there as null or as an empty text. */
  empty?: 'absent' | 'null' | 'blank';
};

export type PartList = {
  path: string;
  zh: string;
  /** By what an item is known; null: by its place. */
  key: 'code' | 'kind' | 'uploadId' | null;
  fields: readonly PartField[];
  /** The product asks for each of them by name: texts change, the list does not. */
  fixed?: true;
  /** May be empty and is then left out. */
  empty?: 'absent';
  /** What is said to be empty of it. */
  emptyZh?: string;
};

export type PartShape = {
  fields: readonly PartField[];
  lists: readonly PartList[];
  /** Keys that are left out when none of their fields holds anything. */
  optional?: readonly string[];
};
