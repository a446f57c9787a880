import type { Mark } from '@shared/screening/marks';
import type { api } from '../../../../client/api';
import { Failure } from '../../../../client/transport/failure';

export type Review = Awaited<ReturnType<typeof api.screening.review>>;
export type ReviewSection = Review['sections'][number];
export type Draft = Pick<ReviewSection, 'verdict' | 'codes' | 'fields' | 'seen' | 'comment'>;

/** One section's mark as it stands on this screen: what is typed, and how far it has got. */
export type KeptMark = {
  draft: Draft;
  base: ReviewSection;
  state: 'saved' | 'waiting' | 'saving' | 'failed' | 'stale';
  failure: string | null;
  /** What a colleague saved meanwhile, when `stale`. */
  theirs: ReviewSection | null;
};

type Save = (section: ReviewSection['section'], markVersion: number, draft: Draft) => Promise<ReviewSection>;

/** A mark that was sent and is not known to be saved, and which reading of the entry and version of the mark it was made on. */
export type MarkNote = { round: number; markVersion: number; draft: Draft };

/** Where such marks stand on this device. */
export interface MarkNotes {
  read(section: ReviewSection['section']): MarkNote | null;
  write(section: ReviewSection['section'], note: MarkNote): void;
  drop(section: ReviewSection['section']): void;
}

const draftOf = ({ verdict, codes, fields, seen, comment }: ReviewSection): Draft => ({
  verdict,
  codes,
  fields,
  seen,
  comment,
});
const fresh = (base: ReviewSection): KeptMark => ({
  draft: draftOf(base),
  base,
  state: 'saved',
  failure: null,
  theirs: null,
});
const laidBeside = '这一部分的意见刚在另一台设备上改过';
const isSection = (current: unknown): current is ReviewSection =>
  typeof current === 'object' && current !== null && 'markVersion' in current && 'verdict' in current;

/**
 * Keeps a reviewer's marks as they are made: saved a moment after the last change, one save at a time for each section,
 * never lost to a reload of the page's data, nor with the page while the network is away: until it is saved, a mark is on this device. A mark
 * that a colleague changed meanwhile is laid beside, not overwritten.
 */
export class MarkKeeper {
  private marks = new Map<ReviewSection['section'], KeptMark>();
  private timers = new Map<ReviewSection['section'], ReturnType<typeof setTimeout>>();
  private listeners = new Set<() => void>();
  private running = new Map<ReviewSection['section'], Promise<void>>();
  private shown: ReadonlyMap<ReviewSection['section'], KeptMark> = new Map();
  private round = 0;

  /** @param pause milliseconds after the last keystroke before it is saved */
  constructor(
    private readonly save: Save,
    private readonly notes: MarkNotes,
    private readonly pause = 700,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Every section's mark; the same object until something changes. */
  all = (): ReadonlyMap<ReviewSection['section'], KeptMark> => this.shown;

  /**
   * Takes over what the server holds now, except where something typed here is not saved yet, and except an answer that
   * left the server before the last save did. Each reading of the entry (`round`) counts its marks from the beginning.
   */
  load(sections: readonly ReviewSection[], round: number): void {
    const anew = round !== this.round;
    this.round = round;
    for (const base of sections) {
      const kept = this.marks.get(base.section);
      const newer = kept?.state === 'saved' && base.markVersion >= kept.base.markVersion;
      if (kept === undefined || anew || newer) this.marks.set(base.section, this.noted(base) ?? fresh(base));
    }
    for (const section of [...this.marks.keys()]) {
      if (!sections.some((each) => each.section === section)) this.marks.delete(section);
    }
    this.tell();
  }

  change(section: ReviewSection['section'], change: Partial<Draft>): void {
    const kept = this.marks.get(section);
    if (!kept || kept.state === 'stale') return;
    this.put(section, { ...kept, draft: { ...kept.draft, ...change }, state: 'waiting', failure: null });
    clearTimeout(this.timers.get(section));
    const soon = change.comment === undefined ? 0 : this.pause;
    this.timers.set(
      section,
      setTimeout(() => void this.keep(section), soon),
    );
  }

  /** Ends a conflict: what is typed here is saved over the colleague's mark, or given up for it. */
  settle(section: ReviewSection['section'], choice: 'mine' | 'theirs'): void {
    const kept = this.marks.get(section);
    if (!kept?.theirs) return;
    if (choice === 'theirs') {
      this.notes.drop(section);
      this.put(section, fresh(kept.theirs));
      return;
    }
    this.put(section, { ...kept, base: kept.theirs, theirs: null, state: 'waiting' });
    void this.keep(section);
  }

  /** Saves what is not saved yet; true when nothing is left unsaved. */
  async flush(): Promise<boolean> {
    await Promise.all([...this.marks.keys()].map((section) => this.keep(section)));
    return [...this.marks.values()].every(({ state }) => state === 'saved');
  }

  /** Tries again to save one section. */
  keep(section: ReviewSection['section']): Promise<void> {
    clearTimeout(this.timers.get(section));
    const before = this.running.get(section) ?? Promise.resolve();
    const work = before.then(() => this.saveOnce(section));
    this.running.set(section, work);
    return work;
  }

  /** What this device has of a mark that was not saved the last time: saved now, or laid beside what a colleague saved meanwhile. */
  private noted(base: ReviewSection): KeptMark | null {
    const { section, markVersion } = base;
    const note = this.notes.read(section);
    if (note === null) return null;
    // The save arrived and its answer was lost; or the entry came back and is read anew.
    if (note.round !== this.round || JSON.stringify(note.draft) === JSON.stringify(draftOf(base))) {
      this.notes.drop(section);
      return null;
    }
    const mark = { ...fresh(base), draft: note.draft };
    if (note.markVersion !== markVersion) return { ...mark, state: 'stale', failure: laidBeside, theirs: base };
    this.timers.set(
      section,
      setTimeout(() => void this.keep(section), 0),
    );
    return { ...mark, state: 'waiting' };
  }

  private async saveOnce(section: ReviewSection['section']): Promise<void> {
    const kept = this.marks.get(section);
    if (!kept || (kept.state !== 'waiting' && kept.state !== 'failed')) return;
    const sent = kept.draft;
    this.put(section, { ...kept, state: 'saving' });
    this.notes.write(section, { round: this.round, markVersion: kept.base.markVersion, draft: sent });
    try {
      const base = await this.save(section, kept.base.markVersion, sent);
      this.notes.drop(section);
      const now = this.marks.get(section);
      if (now) this.put(section, now.draft === sent ? { ...fresh(base), draft: sent } : { ...now, base });
    } catch (error) {
      this.refused(section, error);
    }
  }

  private refused(section: ReviewSection['section'], error: unknown): void {
    const kept = this.marks.get(section);
    if (!kept) return;
    // The words may be what is refused: then its own sentence says more than that something is wrong.
    const failure =
      error instanceof Failure ? (Object.values(error.fields)[0] ?? error.message) : '没有保存成功，请重试';
    const theirs = error instanceof Failure && isSection(error.current) ? error.current : null;
    this.put(section, { ...kept, state: theirs ? 'stale' : 'failed', failure, theirs });
  }

  private put(section: ReviewSection['section'], mark: KeptMark): void {
    this.marks.set(section, mark);
    this.tell();
  }

  private tell(): void {
    this.shown = new Map(this.marks);
    for (const listener of this.listeners) listener();
  }
}

/** The marks as the rules of returning and approving read them. */
export const asMarks = (review: Review, kept: ReadonlyMap<ReviewSection['section'], KeptMark>): Mark[] =>
  review.sections.map(({ section, markVersion, ...served }) => {
    const { verdict, codes, fields, seen, comment } = kept.get(section)?.draft ?? served;
    return { section, round: review.round, verdict, codes, fields, seen, comment, version: markVersion };
  });
