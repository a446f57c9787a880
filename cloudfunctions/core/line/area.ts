import type { AnyContractProcedure } from '@orpc/contract';
import type { TableRule } from '@shared/kernel/define-access';
import type { AnyLifecycle } from '@shared/kernel/define-lifecycle';
import type { AnyNotice } from '@shared/kernel/define-notice';
import type { AnyNoun } from '../cases/noun';
import type { TodoSource } from '../cases/todo';
import type { FileOwner } from '../files/file-owner';
import type { ConsentHolder } from '../forms/consent-holder';
import type { AnyFormOwner } from '../forms/form-owner';
import { sealedAnswers } from '../platform/done-once';
import type { Personal } from '../platform/personal/personal';
import type { SealedColumn } from '../platform/rekey';
import type { OldRows } from '../platform/retention';
import type { Home } from '../rpc/home';
import type { AreaCalls, Procedures } from '../rpc/procedure';
import type { Audiences } from '../telling/audience';
import type { ReminderSource } from '../telling/reminder-source';
import type { Listener } from '../telling/tell-events';
import type { PhoneBook } from '../telling/texts/phone-book';

/** What an area does by the clock. */
export type Job = {
  /** Names it in the log when it fails. */
  name: string;
  /** Run once an hour instead of at each tick. */
  hourly?: true;
  run(home: Home): Promise<unknown>;
};

/** An area as the core knows it: everything that it declares of itself in its `area.ts`. */
export type AnyArea = AreaCalls & {
  /** What it has that goes from state to state. */
  readonly nouns?: readonly AnyNoun[];
  /** What it has for the workbench of whom it concerns. */
  readonly todos?: readonly TodoSource[];
  /** In the order in which a tick does them. */
  readonly jobs?: readonly Job[];
  /** Takes back what a host was about when it was killed; run as one starts that has its database and its files to itself. */
  takeBack?(home: Home): Promise<unknown>;
  /** What it does of events of areas before it, in the transaction that tells of them. */
  readonly listens?: readonly Listener[];
  /** What it tells of its events. */
  readonly notices?: readonly AnyNotice[];
  /** Whom its notices are told to, by the names that they have for them. */
  readonly audiences?: Audiences;
  /** Who has not done yet what people are reminded of. */
  readonly reminders?: readonly ReminderSource[];
  /** Where the phones are that were typed into its cases, for text messages about them. */
  readonly phoneBooks?: readonly PhoneBook[];
  /** Its kinds of subjects that have files. */
  readonly fileOwners?: readonly FileOwner[];
  /** Its kinds of subjects that have a form. */
  readonly formOwners?: readonly AnyFormOwner[];
  /** The tables whose rows it alone writes. */
  readonly tables: readonly string[];
  /** Owner → its tables that this area reads in statements of its own, where the owner's queries would not do. */
  readonly reads?: Readonly<Record<string, readonly string[]>>;
  /** What it knows of persons, by which everything is handed to them and erased. */
  readonly personal?: Personal;
  /** What the withdrawal of a consent to one of its subjects means, and does. */
  readonly consents?: readonly ConsentHolder[];
  /** Columns of its tables that hold sealed values, for `npm run rekey`. */
  readonly sealed?: readonly SealedColumn[];
  /** Which of its rows nobody needs any more. */
  readonly retention?: readonly OldRows[];
};

type AreaContract = Record<string, AnyContractProcedure>;

/** What an area has to declare: it does not compile while a procedure of its contract lacks its work or its rule. */
export type Area<Name extends string, Contract extends AreaContract> = AnyArea & {
  readonly name: Name;
  readonly access: Readonly<Record<keyof Contract, TableRule<never>>>;
  readonly procedures: Procedures<Contract>;
};

/** An area for each area of the contract, under its own name. */
export type Areas<Contract extends Record<string, AreaContract>> = {
  readonly [Name in keyof Contract & string]: Area<Name, Contract[Name]>;
};

/** Every column that holds sealed values, the ground's own with those of the areas. One that is missing would keep its old key for ever. */
export const sealedColumnsOf = (areas: readonly AnyArea[]): readonly SealedColumn[] => [
  sealedAnswers,
  ...areas.flatMap(({ sealed = [] }) => sealed),
];

/** Every notice there is. */
export const noticesOf = (areas: readonly AnyArea[]): readonly AnyNotice[] =>
  areas.flatMap(({ notices = [] }) => notices);

/** The lifecycle of every noun there is. */
export const lifecyclesOf = (areas: readonly AnyArea[]): readonly AnyLifecycle[] =>
  areas.flatMap(({ nouns = [] }) => nouns.map(({ lifecycle }) => lifecycle));
