/**
 * What a template of outgoing mail is: words in both languages, the purposes that cover them, and who has read them
 * when. A review holds for the words that were read: changed words have another digest and want another review.
 */
import { createHash } from 'node:crypto';
import { LANGUAGES, type Language, type LocalizedText } from '../../policy/index.ts';

export interface MailWords {
  readonly subjectLine: string;
  /** Without greeting from us and without the notice: every mail ends with those. */
  readonly text: string;
}

export interface MailTemplate<Data> {
  /** A service message belongs to what the person has asked for or bought, and praises nothing. */
  readonly class: 'service' | 'marketing';
  /** Purposes of the policy that it may be sent for; for any other it cannot be written. */
  readonly purposes: readonly string[];
  /** What it tells, for whoever looks through the templates. */
  readonly label: LocalizedText;
  readonly reviewed: {
    readonly by: string;
    /** `YYYY-MM-DD`. */
    readonly on: string;
    /** `digestOf` the words that were read; the test of the templates says what it is for words that changed. */
    readonly digest: string;
  };
  /** One for each form that the words can take. */
  readonly samples: readonly [Data, ...Data[]];
  readonly words: { readonly [L in Language]: (data: Data) => MailWords };
}

/** Keeps the type of the data that the words are made from. */
export const mailTemplate = <Data>(template: MailTemplate<Data>): MailTemplate<Data> => template;

/** Every form of the words, in both languages. */
export const formsOf = <Data>({
  samples,
  words,
}: MailTemplate<Data>): (MailWords & { readonly language: Language })[] =>
  LANGUAGES.flatMap((language) => samples.map((data) => ({ language, ...words[language](data) })));

/** Of what a review is about: words, class and purposes. */
export function digestOf<Data>(template: MailTemplate<Data>): string {
  const read = [template.class, template.purposes, formsOf(template)];
  return createHash('sha256').update(JSON.stringify(read)).digest('hex').slice(0, 16);
}
