/**
 * Deliveries in parts: what of each line has gone and what remains. Pure. Never is more sent than was ordered, and what
 * is asked for is refused as a whole where one line asks for too much.
 */

export interface OrderedLine {
  readonly lineNumber: number;
  readonly quantity: number;
}

/** What of a line went with a delivery. */
export type SentLine = OrderedLine;

export interface LineProgress extends OrderedLine {
  readonly sent: number;
  readonly remaining: number;
}

/** Lines in the order in which they were ordered. What was sent of a line that is not there counts for nothing. */
export function progressOf(ordered: readonly OrderedLine[], sent: readonly SentLine[]): readonly LineProgress[] {
  return ordered.map(({ lineNumber, quantity }) => {
    const gone = sent.filter((one) => one.lineNumber === lineNumber).reduce((sum, one) => sum + one.quantity, 0);
    return { lineNumber, quantity, sent: gone, remaining: Math.max(0, quantity - gone) };
  });
}

export const isAllSent = (progress: readonly LineProgress[]): boolean =>
  progress.every(({ remaining }) => remaining === 0);

export type PartFault =
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'no-such-line' | 'not-a-count'; readonly lineNumber: number }
  | { readonly kind: 'more-than-remains'; readonly lineNumber: number; readonly remaining: number };

/**
 * Whether a part can be sent.
 * @param part What is to go of each line; lines with zero are left out of it.
 * @returns The lines to send, or every fault.
 */
export function checkPart(
  progress: readonly LineProgress[],
  part: readonly SentLine[],
): { readonly lines: readonly SentLine[] } | { readonly faults: readonly PartFault[] } {
  const faults = part.flatMap((one) => faultOf(progress, part, one));
  const lines = part.filter(({ quantity }) => quantity > 0);
  if (faults.length > 0) return { faults };
  return lines.length === 0 ? { faults: [{ kind: 'nothing-chosen' }] } : { lines };
}

function faultOf(progress: readonly LineProgress[], part: readonly SentLine[], one: SentLine): readonly PartFault[] {
  const { lineNumber, quantity } = one;
  const line = progress.find((other) => other.lineNumber === lineNumber);
  // A line named twice would be counted twice.
  if (line === undefined || part.find((other) => other.lineNumber === lineNumber) !== one) {
    return [{ kind: 'no-such-line', lineNumber }];
  }
  if (!Number.isSafeInteger(quantity) || quantity < 0) return [{ kind: 'not-a-count', lineNumber }];
  const { remaining } = line;
  return quantity > remaining ? [{ kind: 'more-than-remains', lineNumber, remaining }] : [];
}
