/** All rows of one kind, with the words for their columns. */
export type HandedSection = {
  name: string;
  zh: string;
  columns: Readonly<Record<string, string>>;
  rows: ReadonlyArray<Readonly<Record<string, unknown>>>;
};

/** What a person is handed of themselves; `withheld`: what is kept and not handed out, and why. */
export type HandedOver = { madeAt: string; sections: HandedSection[]; withheld: string[] };
