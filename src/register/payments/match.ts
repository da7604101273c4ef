/**
 * Which invoice an amount that came in settles. Only what fits exactly is registered by itself: the reference of one
 * invoice, and the amount that is outstanding on it. Everything else waits for a person.
 */
import type { BankEntry } from './bank-file.ts';
import { isKid } from './kid.ts';

/** An invoice as far as matching needs it. */
export interface PayableInvoice {
  readonly customerId: string;
  readonly invoiceId: string;
  readonly invoiceNumber: number;
  readonly reference: string;
  /** Øre still to be paid; 0 or less when it is settled. */
  readonly outstandingOre: number;
}

export type WhyUnmatched =
  | 'no-reference'
  | 'wrong-check-digit'
  | 'unknown-reference'
  | 'too-little'
  | 'too-much'
  | 'paid-already'
  | 'taken-back';

export const WHY_UNMATCHED = [
  'no-reference',
  'wrong-check-digit',
  'unknown-reference',
  'too-little',
  'too-much',
  'paid-already',
  'taken-back',
] as const satisfies readonly WhyUnmatched[];

export type Match =
  | { readonly kind: 'matched'; readonly entry: BankEntry; readonly invoice: PayableInvoice }
  | {
      readonly kind: 'unmatched';
      readonly entry: BankEntry;
      readonly why: WhyUnmatched;
      /** Where the reference is known. */
      readonly invoice: PayableInvoice | null;
    };

/** In the order of the file, so that the second of two payments for the same invoice is the one that waits. */
export function matchEntries(entries: readonly BankEntry[], invoices: readonly PayableInvoice[]): readonly Match[] {
  const byReference = new Map(invoices.map((invoice) => [invoice.reference, invoice]));
  const settled = new Set<string>();
  return entries.map((entry): Match => {
    const invoice = entry.reference === null ? null : (byReference.get(entry.reference) ?? null);
    const why = whyNot(entry, invoice, settled);
    if (why !== null || invoice === null) {
      return { kind: 'unmatched', entry, why: why ?? 'unknown-reference', invoice };
    }
    settled.add(invoice.invoiceId);
    return { kind: 'matched', entry, invoice };
  });
}

function whyNot(
  { reference, amountOre }: BankEntry,
  invoice: PayableInvoice | null,
  settled: ReadonlySet<string>,
): WhyUnmatched | null {
  if (amountOre <= 0) return 'taken-back';
  if (reference === null) return 'no-reference';
  if (invoice === null) return isKid(reference, null) ? 'unknown-reference' : 'wrong-check-digit';
  if (invoice.outstandingOre <= 0 || settled.has(invoice.invoiceId)) return 'paid-already';
  if (amountOre < invoice.outstandingOre) return 'too-little';
  return amountOre > invoice.outstandingOre ? 'too-much' : null;
}
