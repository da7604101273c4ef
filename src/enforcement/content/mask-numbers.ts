/**
 * Text that came from outside and cannot be sent back to be mended, as a mail: the numbers that must not be kept are
 * taken out of it before it is stored, and what is left says that something was. Pure.
 */
import { holdsCardNumber, holdsIdentityNumber } from '../controls/forbidden-numbers.ts';

export type TakenOut = 'card-number' | 'identity-number';

/** What stands in the place of a number. It has no digits, so that it never makes a number with what is beside it. */
const MARKS: Readonly<Record<TakenOut, string>> = {
  'card-number': '[kortnummer fjernet / card number removed]',
  'identity-number': '[fødselsnummer fjernet / identity number removed]',
};

/** Digits with what may stand between the groups of one number. */
const RUN = /\d(?:[ .\-\u00a0\u2009\u202f\u2010-\u2015]?\d)+/g;
/** Digits of the shortest number that is looked for. */
const SHORTEST = 11;

/**
 * Takes each run of digits out that holds such a number, whole: what is left of a run could still be most of one.
 * @returns The text, and what was taken out of it.
 */
export function withoutForbiddenNumbers(text: string): {
  readonly text: string;
  readonly takenOut: readonly TakenOut[];
} {
  const takenOut = new Set<TakenOut>();
  const masked = text.replaceAll(RUN, (run) => {
    if (run.replaceAll(/\D/g, '').length < SHORTEST) return run;
    const kind = holdsCardNumber(run) ? 'card-number' : holdsIdentityNumber(run) ? 'identity-number' : null;
    if (kind === null) return run;
    takenOut.add(kind);
    return MARKS[kind];
  });
  return { text: masked, takenOut: [...takenOut] };
}
