/**
 * What a credit bureau is asked and answers, whoever it is. It is told who it is about and that there is a ground, and
 * neither the amount nor what was bought: those are not needed to look somebody up.
 */

export interface CreditQuestion {
  /** The id of the check: the same question sent again is answered once. */
  readonly reference: string;
  readonly subject: {
    readonly kind: 'private' | 'company';
    readonly name: string;
    readonly organisationNumber: string | null;
    readonly street: string | null;
    readonly postalCode: string | null;
    readonly city: string | null;
  };
}

/**
 * `no-data`: the bureau knows nothing, or the person has frozen their credit. Which of the two it was is not told: a
 * freeze is somebody's own choice and never counts against them.
 */
export type CreditWord = 'sufficient' | 'insufficient' | 'no-data';

export type CreditAnswer =
  | {
      readonly kind: 'answered';
      readonly word: CreditWord;
      /** What the bureau wrote, to be read by whoever decides and then deleted; null without data. */
      readonly report: string | null;
    }
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  /** The bureau does not accept us: the token or the agreement. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable' };

export interface CreditBureau {
  /** As the policy's recipient calls it. */
  readonly name: string;
  ask(question: CreditQuestion): Promise<CreditAnswer>;
}
