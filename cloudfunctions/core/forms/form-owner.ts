import type { ConsentText } from '@shared/forms/consent-text';
import type { Answers, Sections } from '@shared/forms/question';
import type { Sealable } from '@shared/forms/sealing';
import type { Result } from '@shared/kernel/result';
import type { Call } from '../rpc/call';
import type { FormRows } from './form-rows';
import type { Beside } from './put-section';

/** A section's answers as they are about to be kept. */
export type Saved<Section extends string> = { section: Section; answers: Answers };

/**
 * A kind of subject that has a form, as its area registers it.
 * `Form` is the form as the area reads it: the ground's rows, and whatever its own rules ask besides.
 */
export interface FormOwner<Section extends string, Form extends FormRows<Section>> {
  /** As in `subject.kind`: a save is audited in the chain `<kind>:<id>`, as `<kind>/saveSection`, and it is in the place of every sealed value. */
  readonly kind: string;
  /** What is asked. A section without questions is filled in by rows of its own and cannot be saved. */
  readonly sections: Sections<Section>;
  /** Why this caller may not write in a section now, in words; null: they may. */
  closed(call: Call, form: Form, section: Section): string | null;
  /** How a sealed answer is judged and shown, by its name (`leader.phone`); `answers` are those that are saved with it. */
  readonly seals?: Readonly<
    Record<string, (typed: string, about: { call: Call; form: Form; answers: Answers }) => Result<Sealable>>
  >;
  /** The consent that has to be given before anything sealed is kept, while it is not; null: none is missing. */
  consentFirst?(form: Form): Pick<ConsentText, 'zh'> | null;
  /** Writes what lists need of a section beside it, in the same statement, and answers what is another in the form since. */
  beside?(call: Call, form: Form, saved: Saved<Section>, on: Beside): Promise<Partial<Form>>;
}

/** Any form's owner, for whatever walks them all. */
export type AnyFormOwner = { readonly kind: string; readonly sections: Sections; readonly seals?: object };

/** Said of a section that is open to nobody now. */
export const sectionClosed = '这一部分现在不能修改';
