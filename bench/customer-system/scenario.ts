/** What a scenario is: a page of the office, and beside it what the page asks the database for. */
import type { Pool } from '../../src/postgres/index.ts';
import type { ask, Office } from './office.ts';

/** Chooses whom a request is about, differently each time and the same on both sides. */
export interface Draw {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
}

export interface OrderKey {
  readonly customer: string;
  readonly order: string;
}

export interface ScenarioWorld {
  readonly office: Office;
  readonly bare: Pool;
  readonly customers: number;
  /** Customer numbers, which follow each other. */
  readonly numbers: { readonly first: number; readonly count: number };
  /** Orders that wait for an invoice when the run begins; each side takes them from the front. */
  readonly waiting: Readonly<Record<'kept' | 'bare', OrderKey[]>>;
}

export interface OfficeScenario {
  readonly name: string;
  /** Requests of a turn at most, where the product limits how often one person may ask. */
  readonly most?: number;
  kept(world: ScenarioWorld, draw: Draw): Promise<void>;
  bare(world: ScenarioWorld, draw: Draw): Promise<void>;
}

/** @throws Error when the page is not what was asked for: a failure is no fast answer. */
export async function expectPage(answer: ReturnType<typeof ask>, status: number): Promise<string> {
  const { status: got, html } = await answer;
  if (got !== status) throw new Error(`a page answered ${got} where ${status} was expected`);
  return html;
}
