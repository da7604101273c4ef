/** What the access log holds: who looked, for which purpose, whose, which categories, when. */
import type { Pool } from '../../postgres/index.ts';
import type { Principal } from '../types.ts';

/** What is the same every time a statement runs. Tables and categories are sorted. */
export interface AccessShape {
  readonly purpose: string;
  readonly action: 'read' | 'write' | 'count' | 'refused' | 'export';
  /** Qualified tables of people. */
  readonly tables: readonly string[];
  readonly categories: readonly string[];
}

export interface AccessEntry {
  readonly shape: AccessShape;
  readonly principal: Principal;
  /** Keys of the people whose data it was; empty for counts and refusals. */
  readonly dataSubjects: readonly string[];
}

/** Takes entries and keeps them. */
export interface AccessLog {
  /**
   * Resolves when the entry is durable.
   * @throws EnforcementError `log-unavailable`; then nothing may be given out.
   */
  add(entry: AccessEntry): Promise<void>;
  /** The number of a shape in the log's dictionary, at once where it is known. @throws as `add` does. */
  shapeId(shape: AccessShape): number | Promise<number>;
  /** Is told of each statement that carried its entry inside: whether it was kept, or could not be. */
  carried(kept: boolean): void;
  /** The pool that writes it. */
  readonly pool: Pool;
  close(): Promise<void>;
}
