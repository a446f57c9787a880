export type SubsidiesTables = {
  /** What an application for an item of start-up money comes to; its id is its application's. */
  subsidy: {
    application_id: string;
    person_id: string;
    /** The item, by its policy. */
    policy: string;
    uscc: string;
    name_zh: string;
    amount_fen: number;
    /** How the amount came about, in words. */
    how_zh: string;
  };
};
