import { keptSection, unkeepable } from '@shared/entry/kept-section';
import { actKey } from '../../client/act-key';
import { api } from '../../client/api';
import { Failure, mayPass } from '../../client/transport/failure';
import type { SectionView } from '../../features/entry/entry-view';
import { dropLocalDraft, keepLocalDraft, type LocalDraft, readLocalDraft } from './local-draft';
import { differing, type Merged, mergeDrafts, type Value, type Values } from './merge-drafts';

export type SealedName = 'idNumber' | 'phone';
type Input = Parameters<typeof api.entry.saveSection>[0];

export type Kept = {
  /** As typed here. */
  values: Values;
  /** As it stands on the server, as far as we know. */
  server: SectionView;
  phase: 'still' | 'waiting' | 'saving' | 'saved' | 'offline' | 'refused' | 'contested';
  refusal: string | null;
  /** Sentences about sealed values that the server refused; such values are typed again. */
  sealedProblems: Readonly<Record<string, string>>;
  /** Sentences about texts that may not be sent as they stand; they stay in their fields and on this device. */
  held: Readonly<Record<string, string>>;
  /** Sealed values still on their way. */
  sealing: readonly SealedName[];
  /** Somebody else's newer words against ours, until a person has chosen. */
  contest: { theirs: SectionView; merged: Merged } | null;
  /** Fields that somebody else changed and that were taken over just now. */
  taken: readonly string[];
};

const pauseMs = 800;
/** Shorter than the pause after which it is sent: what is typed is on this device before it leaves. */
const noteMs = 300;
const retryMs = 5000;
/** What may be said of a sealed value beside words that are kept all the same. */
const ofSealed = ['ENTRY_FIELD_WRONG', 'ENTRY_CONSENT_FIRST'];

/**
 * Keeps one section while it is being typed: on this device at the first pause, on the server 800 ms after the last keystroke, both at once
 * when the page is left. One save runs at a time; one that got no answer is sent again as it was before anything newer, so that it is never done
 * twice nor taken for somebody else's. Sealed values stay in memory alone.
 */
export class SectionKeeper {
  private kept: Kept;
  private readonly listeners = new Set<() => void>();
  private readonly sealed: Partial<Record<SealedName, string>> = {};
  private timer: ReturnType<typeof setTimeout> | null = null;
  private noting: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<boolean> | null = null;
  private unanswered: { input: Input; key: string } | null = null;
  private closed = false;

  constructor(
    private readonly entryId: string,
    server: SectionView,
    private readonly onSaved: (view: SectionView) => void,
  ) {
    this.kept = {
      values: server.data,
      server,
      phase: 'still',
      refusal: null,
      sealedProblems: {},
      held: {},
      sealing: [],
      contest: null,
      taken: [],
    };
    const left = server.editable ? readLocalDraft(entryId, server.section) : null;
    if (left) this.takeUp(left);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): Kept => this.kept;

  readonly change = (name: string, value: Value): void => {
    this.set({ values: { ...this.kept.values, [name]: value } });
    this.stopNoting();
    this.noting = setTimeout(() => this.keepHere(), noteMs);
    this.soon(pauseMs);
  };

  /** A complete sealed value, as typed. It is sent and then forgotten here. */
  readonly seal = (name: SealedName, value: string): void => {
    this.sealed[name] = value;
    const { [name]: _, ...sealedProblems } = this.kept.sealedProblems;
    this.set({ sealedProblems, sealing: this.sealingNames() });
    void this.flush();
  };

  /** Takes back a sealed value that is being typed anew. */
  readonly unseal = (name: SealedName): void => {
    delete this.sealed[name];
    const { [name]: _, ...sealedProblems } = this.kept.sealedProblems;
    this.set({ sealedProblems, sealing: this.sealingNames() });
  };

  /** Something beside the typed words changed on the server, such as a consent, and with it what is still missing. */
  readonly learn = (sections: readonly SectionView[]): void => {
    const { server } = this.kept;
    const view = sections.find(({ section }) => section === server.section);
    if (view?.version === server.version) this.set({ server: view });
  };

  /** Saves what is not yet saved, now. True when everything typed stands on the server. */
  readonly flush = (): Promise<boolean> => {
    this.stopTimer();
    if (this.noting) this.keepHere();
    this.running ??= this.saveAll().finally(() => {
      this.running = null;
    });
    return this.running;
  };

  /** A person chose, field by field, between their own words and the other's. */
  readonly settle = (takeTheirs: readonly string[]): Promise<boolean> => {
    const { contest, values } = this.kept;
    if (!contest) return Promise.resolve(true);
    const settled = { ...values };
    for (const name of takeTheirs) settled[name] = contest.theirs.data[name] ?? null;
    this.set({ values: settled, server: contest.theirs, contest: null, phase: 'waiting' });
    this.keepHere();
    return this.flush();
  };

  /** The page goes: what is unsaved is sent a last time; it stays on this device until that succeeded. */
  readonly close = (): void => {
    this.closed = true;
    void this.flush();
  };

  private dirty(): boolean {
    const { server } = this.kept;
    const saved = keptSection(server.section, server.data);
    return differing(this.sendable(), saved).length > 0 || this.sealingNames().length > 0;
  }

  /** As the server will keep it; of a text that it may not keep, what it has. */
  private sendable(): Values {
    const { values, server, held } = this.kept;
    const kept = keptSection(server.section, values);
    return Object.fromEntries(
      Object.entries(kept).map(([name, value]) => [name, name in held ? (server.data[name] ?? null) : value]),
    );
  }

  private sealingNames(): SealedName[] {
    return (['idNumber', 'phone'] as const).filter((name) => this.sealed[name] !== undefined);
  }

  private async saveAll(): Promise<boolean> {
    while (this.unanswered || this.dirty()) {
      if (this.kept.contest || !(await this.saveOnce())) return false;
    }
    if (Object.keys(this.kept.held).length > 0) {
      this.set({ phase: 'refused', refusal: '请先改好标红的内容' });
      return false;
    }
    this.stopNoting();
    dropLocalDraft(this.entryId, this.kept.server.section);
    if (this.kept.phase === 'waiting') this.set({ phase: 'saved' });
    return true;
  }

  /** True when the next save may follow; false when this one has to wait. */
  private async saveOnce(): Promise<boolean> {
    const { server } = this.kept;
    const sealed = { ...this.sealed };
    const act = this.unanswered ?? {
      key: actKey(),
      input: {
        entryId: this.entryId,
        section: server.section,
        version: server.version,
        data: this.sendable(),
        ...(Object.keys(sealed).length > 0 && { sealed }),
      },
    };
    this.unanswered = act;
    this.set({ phase: 'saving', refusal: null });
    try {
      const answer = await api.entry.saveSection(act.input, { context: { key: act.key } });
      this.unanswered = null;
      this.forgetSealed(act.input);
      this.set({ server: answer, phase: 'saved', sealing: this.sealingNames() });
      this.onSaved(answer);
      return true;
    } catch (error) {
      return this.meet(error instanceof Failure ? error : new Failure('INTERNAL', '没有保存成功'), act.input);
    }
  }

  private meet(failure: Failure, sent: Input): boolean {
    if (mayPass(failure)) {
      this.set({ phase: 'offline' });
      if (!this.closed) this.soon(retryMs);
      return false;
    }
    this.unanswered = null;
    if (failure.code === 'CASE_STALE' && failure.current !== undefined) {
      this.meetOther(failure.current as SectionView, this.kept.server.data);
      return this.kept.contest === null;
    }
    if (ofSealed.includes(failure.code) && sent.sealed) {
      // A wrong number must not hold back the words typed beside it; the right one beside it is sent on.
      const wrong = Object.keys(failure.fields);
      for (const name of Object.keys(sent.sealed) as SealedName[]) if (wrong.includes(name)) delete this.sealed[name];
      this.set({ phase: 'waiting', sealedProblems: failure.fields, sealing: this.sealingNames() });
      return wrong.length > 0;
    }
    this.set({ phase: 'refused', refusal: failure.message });
    return false;
  }

  private forgetSealed(sent: Input): void {
    for (const name of Object.keys(sent.sealed ?? {}) as SealedName[]) {
      if (this.sealed[name] === sent.sealed?.[name]) delete this.sealed[name];
    }
  }

  /** Words left on this device by a page that was closed or cut off. */
  private takeUp(left: LocalDraft): void {
    const { section, data } = this.kept.server;
    if (differing(keptSection(section, left.values), keptSection(section, data)).length === 0) {
      dropLocalDraft(this.entryId, this.kept.server.section);
      return;
    }
    this.set({ values: left.values });
    if (left.version === this.kept.server.version) this.kept = { ...this.kept, phase: 'waiting' };
    else this.meetOther(this.kept.server, left.base);
    if (!this.kept.contest) this.soon(0);
  }

  private meetOther(theirs: SectionView, base: Values): void {
    const merged = mergeDrafts(base, this.kept.values, theirs.data);
    if (merged.contested.length > 0) {
      this.set({ values: merged.values, contest: { theirs, merged }, phase: 'contested' });
    } else {
      this.set({ values: merged.values, server: theirs, taken: merged.taken, phase: 'waiting' });
    }
    this.keepHere();
  }

  private keepHere(): void {
    this.stopNoting();
    const { values, server } = this.kept;
    keepLocalDraft(this.entryId, server.section, { version: server.version, base: server.data, values });
  }

  private soon(ms: number): void {
    this.stopTimer();
    if (this.kept.phase !== 'offline' && this.kept.phase !== 'contested') this.set({ phase: 'waiting' });
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private stopTimer(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private stopNoting(): void {
    if (this.noting) clearTimeout(this.noting);
    this.noting = null;
  }

  private set(more: Partial<Kept>): void {
    this.kept = { ...this.kept, ...more };
    if (more.values) this.kept = { ...this.kept, held: unkeepable(this.kept.server.section, more.values) };
    for (const listener of this.listeners) listener();
  }
}
