/** One question of a form: the page draws it, the snapshot prints it, its reader reads it under the same words. An area adds what it asks of it. */
export type Question = {
  name: string;
  zh: string;
  hintZh: string;
  /** A `code` is one line too: its spaces and hyphens are forgiven, so that no count of characters is held against it. What is `sealed` is kept encrypted and shown masked. */
  input: 'text' | 'code' | 'area' | 'number' | 'date' | 'choice' | 'switch' | 'sealed';
  /** A line of text that is no prose: a person's name. */
  kind?: 'name';
  max?: number;
  /** Fixed answers of a choice; an area may take them from elsewhere. */
  choices?: readonly Choice[];
  optional?: true;
};

export type Choice = { value: string; zh: string };

/** What was answered, as it stands in a draft: finished or not. */
export type Answer = string | number | boolean | null;
export type Answers = Readonly<Record<string, Answer>>;

/** The questions of each section of a form. */
export type Sections<Section extends string = string> = Readonly<Record<Section, readonly Question[]>>;

/** How a sealed answer is called among those of its subject. */
export const sealedField = (section: string, name: string): string => `${section}.${name}`;
