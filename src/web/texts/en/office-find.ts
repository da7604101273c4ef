/** The words of finding a customer while one types, in English, with the keys of the bokmål catalogue. */
import type { officeFindNb } from '../nb/office-find.ts';

export const officeFindEn: typeof officeFindNb = {
  suggestions: 'Suggestions',
  suggested: (count) =>
    count === 0
      ? 'No suggestions. Press Search to look for something like it.'
      : count === 1
        ? '1 suggestion. Choose with the arrow keys and open with Enter.'
        : `${count} suggestions. Choose with the arrow keys and open with Enter.`,
  suggestFailed: 'The suggestions did not arrive. Press Search instead.',
  searchedTooOften: (seconds) =>
    `You have searched many times in a short while. Wait ${seconds === 1 ? 'one second' : `${seconds} seconds`}, and try again.`,
  foundContact: (names) => `Contact person: ${names}`,
  tooManyFound: (most) => `More than ${most} are like it. Type more of the name to tell them apart.`,
};
