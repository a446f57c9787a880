import { differing, mergeDrafts, type Values } from '@shared/forms/merge-drafts';
import type { Answer } from '@shared/forms/question';
import { isBlank } from '@shared/kernel/typed/unseen';
import { actKey } from '../../client/act-key';
import { Failure, mayPass } from '../../client/transport/failure';
import { type FormRules, type Kept, ofSealed, type Part, type Saving } from './form-rules';
import { dropLocalDraft, keepLocalDraft, type LocalDraft, readLocalDraft } from './local-draft';

const pauseMs = 800;
/** Shorter than the pause after which it is sent: what is typed is on this device before it leaves. */
const noteMs = 300;
const retryMs = 5000;

/**
 * Keeps one part of a form while it is being typed: on this device at the first pause, on the server 800 ms after the last keystroke, both at once
 * when the page is left. One save runs at a time; one that got no answer is sent again as it was before anything newer, so that it is never done
 * twice nor taken for somebody else's. Sealed values stay in memory alone.
 */
export class FormKeeper<View extends Part, Sealed extends string> {
  private kept: Kept<View, Sealed>;
  private readonly listeners = new Set<() => void>();
  private readonly sealed: Partial<Record<Sealed, string>> = {};
  /** Typed anew, and not whole, or not taken: what was kept before stands on the server, and is not what its person means. */
  private readonly untaken = new Set<Sealed>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private noting: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<boolean> | null = null;
  private unanswered: { saving: Saving<Sealed>; key: string } | null = null;
  private closed = false;

  constructor(
    private readonly rules: FormRules<View, Sealed>,
    server: View,
  ) {
    this.kept = {
      values: server.data,
      server,
      phase: 'still',
      refusal: null,
      sealedProblems: {},
      held: {},
      sealing: [],
      conflict: null,
      taken: [],
    };
    const left = server.editable ? readLocalDraft(rules.draft) : null;
    if (left) this.takeUp(left);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): Kept<View, Sealed> => this.kept;

  readonly change = (name: string, value: Answer): void => {
    this.set({ values: { ...this.kept.values, [name]: value } });
    this.stopNoting();
    this.noting = setTimeout(() => this.keepHere(), noteMs);
    this.soon(pauseMs);
  };

  /** A complete sealed value, as typed. It is sent and then forgotten here. */
  readonly seal = (name: Sealed, value: string): void => {
    this.sealed[name] = value;
    this.untaken.delete(name);
    this.tellSealing(name);
    void this.flush();
  };

  /** Takes back a sealed value that is being typed anew; with nothing typed the one that is kept stands. */
  readonly unseal = (name: Sealed, typed: string): void => {
    if (isBlank(typed)) this.untaken.delete(name);
    else this.untaken.add(name);
    delete this.sealed[name];
    this.tellSealing(name);
  };

  /** A sealed value's field is gone, and with it what was typed there; what is on its way goes on. */
  readonly letGo = (name: Sealed): void => void this.untaken.delete(name);

  /** A field whose words cannot be kept as they stand; null: none. With one nothing is handed in. */
  readonly stuck = (): string | null => Object.keys(this.kept.held)[0] ?? [...this.untaken][0] ?? null;

  /** Something beside the typed words changed on the server, such as a consent, and with it what is still missing. */
  readonly learn = (view: View | undefined): void => {
    if (view?.version === this.kept.server.version) this.set({ server: view });
  };

  /** Saves what is not yet saved, now. True when everything typed stands on the server. */
  readonly flush = async (): Promise<boolean> => {
    this.stopTimer();
    if (this.noting) this.keepHere();
    this.running ??= this.saveAll().finally(() => {
      this.running = null;
    });
    return (await this.running) && this.untaken.size === 0;
  };

  /** A person chose, field by field, between their own words and the other's. */
  readonly settle = (takeTheirs: readonly string[]): Promise<boolean> => {
    const { conflict, values } = this.kept;
    if (!conflict) return Promise.resolve(true);
    const settled = { ...values };
    for (const name of takeTheirs) settled[name] = conflict.theirs.data[name] ?? null;
    this.set({ values: settled, server: conflict.theirs, conflict: null, phase: 'waiting' });
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
    const saved = this.rules.plain(server.data);
    return differing(this.sendable(), saved).length > 0 || this.sealingNames().length > 0;
  }

  /** As the server will keep it; of a text that it may not keep, what it has. */
  private sendable(): Values {
    const { values, server, held } = this.kept;
    const kept = this.rules.plain(values);
    return Object.fromEntries(
      Object.entries(kept).map(([name, value]) => [name, name in held ? (server.data[name] ?? null) : value]),
    );
  }

  private sealingNames(): Sealed[] {
    return Object.keys(this.sealed) as Sealed[];
  }

  private tellSealing(name: Sealed): void {
    const sealedProblems = { ...this.kept.sealedProblems };
    delete sealedProblems[name];
    this.set({ sealedProblems, sealing: this.sealingNames() });
  }

  private async saveAll(): Promise<boolean> {
    while (this.unanswered || this.dirty()) {
      if (this.kept.conflict || !(await this.saveOnce())) return false;
    }
    if (Object.keys(this.kept.held).length > 0) {
      this.set({ phase: 'refused', refusal: '请先改好标红的内容' });
      return false;
    }
    this.stopNoting();
    dropLocalDraft(this.rules.draft);
    if (this.kept.phase === 'waiting') this.set({ phase: 'saved' });
    return true;
  }

  /** True when the next save may follow; false when this one has to wait. */
  private async saveOnce(): Promise<boolean> {
    const { server } = this.kept;
    const sealed = { ...this.sealed };
    const act = this.unanswered ?? {
      key: actKey(),
      saving: {
        version: server.version,
        data: this.sendable(),
        ...(Object.keys(sealed).length > 0 && { sealed }),
      },
    };
    this.unanswered = act;
    this.set({ phase: 'saving', refusal: null });
    try {
      const answer = await this.rules.save(act.saving, act.key);
      this.unanswered = null;
      this.forgetSealed(act.saving);
      this.set({ server: answer, phase: 'saved', sealing: this.sealingNames() });
      this.rules.onSaved(answer);
      return true;
    } catch (error) {
      return this.meet(error instanceof Failure ? error : new Failure('INTERNAL', '没有保存成功'), act.saving);
    }
  }

  private meet(failure: Failure, sent: Saving<Sealed>): boolean {
    if (mayPass(failure)) {
      this.set({ phase: 'offline' });
      if (!this.closed) this.soon(retryMs);
      return false;
    }
    this.unanswered = null;
    if (failure.code === 'CASE_STALE' && failure.current !== undefined) {
      this.meetOther(failure.current as View, this.kept.server.data);
      return this.kept.conflict === null;
    }
    if (ofSealed.includes(failure.code) && sent.sealed) {
      // A wrong number must not hold back the words typed beside it; the right one beside it is sent on.
      const wrong = Object.keys(failure.fields);
      for (const name of Object.keys(sent.sealed) as Sealed[])
        if (wrong.includes(name)) {
          delete this.sealed[name];
          this.untaken.add(name);
        }
      this.set({ phase: 'waiting', sealedProblems: failure.fields, sealing: this.sealingNames() });
      return wrong.length > 0;
    }
    this.set({ phase: 'refused', refusal: failure.message });
    return false;
  }

  private forgetSealed(sent: Saving<Sealed>): void {
    for (const name of Object.keys(sent.sealed ?? {}) as Sealed[]) {
      if (this.sealed[name] === sent.sealed?.[name]) delete this.sealed[name];
    }
  }

  /** Words left on this device by a page that was closed or cut off. */
  private takeUp(left: LocalDraft): void {
    const { plain } = this.rules;
    if (differing(plain(left.values), plain(this.kept.server.data)).length === 0) {
      dropLocalDraft(this.rules.draft);
      return;
    }
    this.set({ values: left.values });
    if (left.version === this.kept.server.version) this.kept = { ...this.kept, phase: 'waiting' };
    else this.meetOther(this.kept.server, left.base);
    if (!this.kept.conflict) this.soon(0);
  }

  private meetOther(theirs: View, base: Values): void {
    const merged = mergeDrafts(base, this.kept.values, theirs.data);
    if (merged.contested.length > 0) {
      this.set({ values: merged.values, conflict: { theirs, merged }, phase: 'contested' });
    } else {
      this.set({ values: merged.values, server: theirs, taken: merged.taken, phase: 'waiting' });
    }
    this.keepHere();
  }

  private keepHere(): void {
    this.stopNoting();
    const { values, server } = this.kept;
    keepLocalDraft(this.rules.draft, { version: server.version, base: server.data, values });
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

  private set(more: Partial<Kept<View, Sealed>>): void {
    this.kept = { ...this.kept, ...more };
    if (more.values) this.kept = { ...this.kept, held: this.rules.unkeepable(more.values) };
    for (const listener of this.listeners) listener();
  }
}
