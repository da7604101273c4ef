/** Errors that reach whoever started a command: what happened and what to do, in both languages. */

/** One text in each language of the product; the room of the policy, which this one does not know, calls it so, too. */
export interface Told {
  readonly nb: string;
  readonly en: string;
}

/** `message` is the English text. Neither text holds a personal value or a secret. */
export class ToldError extends Error {
  override readonly name: string = 'ToldError';
  readonly says: Told;
  constructor(says: Told, options?: ErrorOptions) {
    super(says.en, options);
    this.says = says;
  }
}
