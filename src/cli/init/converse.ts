/** From questions to answers: what flags have said is checked first, the rest is asked, and all that is wrong is told. */
import type { Language, LocalizedText } from '../../policy/index.ts';
import type { Agreement, Answers, ToldRecipient } from './answers.ts';
import type { Packaged } from './packaged.ts';
import {
  ABOUT_COMPANY,
  aboutAgreement,
  aboutRecipient,
  type Question,
  type Typed,
  whereDataLies,
  whichMeasures,
  whichRecipients,
} from './questions.ts';

/** Where answers come from. */
export interface Source {
  /** What is answered; null when nobody answers. An answer that has a fault is asked for again where `asksAgain`. */
  answer(question: Question, byDefault: string | null, fault: LocalizedText | null): Promise<string | null>;
  readonly asksAgain: boolean;
  /** Whether what is taken by default may be taken without a word (`--yes`). */
  readonly acceptsDefaults: boolean;
}

export interface Wrong {
  readonly question: Question;
  /** Null when the answer is missing. */
  readonly fault: LocalizedText | null;
}

export interface Outcome {
  /** Null when something is missing or wrong. */
  readonly answers: Answers | null;
  readonly wrong: readonly Wrong[];
}

class Conversation {
  readonly typed: Record<string, string>;
  readonly values = new Map<string, unknown>();
  readonly wrong: Wrong[] = [];
  readonly #source: Source;

  constructor(given: Typed, source: Source) {
    this.typed = { ...given };
    this.#source = source;
  }

  /** @returns The value; null when the answer is missing or wrong. */
  async put<T>(question: Question): Promise<T | null> {
    const given = this.typed[question.name];
    const read = given === undefined ? await this.#ask(question) : this.#read(question, given.trim());
    this.values.set(question.name, read);
    // Each question's form makes values of one type; whoever asks names it.
    return read as T | null;
  }

  #read(question: Question, typed: string): unknown {
    const read = question.form(typed);
    if ('value' in read) {
      this.typed[question.name] = typed;
      return read.value;
    }
    this.wrong.push({ question, fault: read.fault });
    return null;
  }

  async #ask(question: Question): Promise<unknown> {
    const byDefault = question.byDefault(this.typed);
    let fault: LocalizedText | null = null;
    for (;;) {
      const said = await this.#source.answer(question, byDefault, fault);
      if (said === null) return this.#unanswered(question, byDefault);
      const typed = said.trim() === '' ? (byDefault ?? '') : said.trim();
      const read = question.form(typed);
      if ('value' in read || !this.#source.asksAgain) return this.#read(question, typed);
      fault = read.fault;
    }
  }

  #unanswered(question: Question, byDefault: string | null): unknown {
    const mayTake = this.#source.acceptsDefaults || question.weighty !== true;
    if (byDefault !== null && mayTake) return this.#read(question, byDefault);
    const { follows } = question;
    const behind = follows !== undefined && this.typed[follows] === undefined;
    if (!behind) this.wrong.push({ question, fault: null });
    return null;
  }
}

/**
 * @param given Answers of flags, by the question's name.
 * @param packaged What can be chosen from.
 */
export async function converse(given: Typed, packaged: Packaged, source: Source): Promise<Outcome> {
  // Wrong flags are told before the first question, not after the last.
  const early = ABOUT_COMPANY.flatMap((question): Wrong[] => {
    const typed = given[question.name];
    const read = typed === undefined ? null : question.form(typed.trim());
    return read !== null && 'fault' in read ? [{ question, fault: read.fault }] : [];
  });
  if (early.length > 0 && source.asksAgain) return { answers: null, wrong: early };
  const talk = new Conversation(given, source);
  for (const question of ABOUT_COMPANY) await talk.put(question);
  const parts = (talk.values.get('parts') as readonly string[] | null) ?? [];
  const recipients = await askRecipients(talk, packaged, parts);
  const hosting = recipients.find(({ name }) => packaged.stores(name))?.countries ?? ['NO'];
  const dataCountries = await talk.put<readonly string[]>(whereDataLies(hosting.join(',')));
  const measures = await talk.put<readonly string[]>(whichMeasures(packaged.measures));
  if (talk.wrong.length > 0) return { answers: null, wrong: talk.wrong };
  return { answers: answersOf(talk.values, { recipients, dataCountries, measures }), wrong: [] };
}

async function askRecipients(
  talk: Conversation,
  packaged: Packaged,
  parts: readonly string[],
): Promise<readonly ToldRecipient[]> {
  const known = packaged.recipients(parts);
  const chosen = (await talk.put<readonly string[]>(whichRecipients(known))) ?? [];
  const told: ToldRecipient[] = [];
  for (const choice of known.filter(({ name }) => chosen.includes(name))) {
    const [company, where, agreement] = aboutRecipient(choice, packaged.processes(choice.name));
    const label = company && (await talk.put<string>(company));
    const countries = where && (await talk.put<readonly string[]>(where));
    const reference = agreement === undefined ? null : await talk.put<string>(agreement);
    const signed = reference === null ? null : await askAgreement(talk, choice, reference);
    if (label && countries) told.push({ name: choice.name, label, countries, agreement: signed });
  }
  return told;
}

async function askAgreement(
  talk: Conversation,
  choice: { readonly name: string; readonly label: LocalizedText },
  reference: string,
): Promise<Agreement | null> {
  const [signed, review] = aboutAgreement(choice);
  const signedOn = signed && (await talk.put<string>(signed));
  const reviewBy = review && (await talk.put<string>(review));
  return signedOn && reviewBy ? { reference, signedOn, reviewBy } : null;
}

/** Every question has its value by now. */
function answersOf(
  values: ReadonlyMap<string, unknown>,
  rest: {
    readonly recipients: readonly ToldRecipient[];
    readonly dataCountries: readonly string[] | null;
    readonly measures: readonly string[] | null;
  },
): Answers {
  const text = (name: string): string => String(values.get(name));
  const person = values.get('privacy-contact');
  return {
    ...{ name: text('name'), organisationNumber: text('organisation-number') },
    ...{ street: text('street'), postalCode: text('postal-code'), city: text('city') },
    ...{ email: text('email'), phone: text('phone'), website: text('website') },
    languages: values.get('languages') as readonly Language[],
    parts: values.get('parts') as readonly string[],
    privacyContact: {
      name: typeof person === 'string' ? person : null,
      ...{ email: text('privacy-email'), phone: text('privacy-phone') },
    },
    recipients: rest.recipients,
    ...{ dataCountries: rest.dataCountries ?? [], measures: rest.measures ?? [] },
    ...{ approver: text('approver'), place: text('place'), financialYearEnds: text('financial-year-ends') },
  };
}
