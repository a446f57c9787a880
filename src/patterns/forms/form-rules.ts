import type { Merged, Values } from '@shared/forms/merge-drafts';
import type { unsaved } from '@shared/forms/refusals';

/** A part of a form as the server shows it: what stands in it and under which version. */
export type Part = { version: number; data: Values; editable: boolean; savedAt: string | null };

/** What is sent to be kept; `sealed` are values that only the server may hold. */
export type Saving<Sealed extends string> = {
  version: number;
  data: Values;
  sealed?: Partial<Record<Sealed, string>>;
};

/** What an area says of a part of its form. */
export type FormRules<View extends Part, Sealed extends string> = {
  /** The part's name on this device; no other has the same. */
  draft: string;
  save(saving: Saving<Sealed>, key: string): Promise<View>;
  /** The values as the server will keep them, so that page and server agree on what is saved. */
  plain(values: Values): Values;
  /** Field to sentence, of texts that may not even be kept. */
  unkeepable(values: Values): Record<string, string>;
  onSaved(view: View): void;
};

/** Refusals that are said of a sealed value; the words beside it are kept all the same. */
export const ofSealed: readonly string[] = ['FORM_FIELD_WRONG', 'FORM_CONSENT_FIRST'] satisfies Array<
  keyof typeof unsaved
>;

export type Kept<View extends Part, Sealed extends string> = {
  /** As typed here. */
  values: Values;
  /** As it stands on the server, as far as we know. */
  server: View;
  phase: 'still' | 'waiting' | 'saving' | 'saved' | 'offline' | 'refused' | 'contested';
  refusal: string | null;
  /** Sentences about sealed values that the server refused; such values are typed again. */
  sealedProblems: Readonly<Record<string, string>>;
  /** Sentences about texts that may not be sent as they stand; they stay in their fields and on this device. */
  held: Readonly<Record<string, string>>;
  /** Sealed values still on their way. */
  sealing: readonly Sealed[];
  /** Somebody else's newer words against ours, until a person has chosen. */
  conflict: { theirs: View; merged: Merged } | null;
  /** Fields that somebody else changed and that were taken over just now. */
  taken: readonly string[];
};
