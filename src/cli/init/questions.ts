/** What `kept init` asks, in order: each with its flag, its words, its form and what is taken when nothing is said. */
import type { LocalizedText } from '../../policy/index.ts';
import * as forms from './forms.ts';
import { PARTS, USUAL_PARTS, withNeeds } from './parts.ts';

export interface Choice {
  readonly name: string;
  readonly label: LocalizedText;
}

export interface Question {
  /** As its flag has it: `postal-code` for `--postal-code`. */
  readonly name: string;
  readonly ask: LocalizedText;
  readonly form: forms.Form<unknown>;
  /** What may be chosen, shown before the question. */
  readonly choices?: readonly Choice[];
  /** Taken for an empty answer; null when one must be given. It may lean on earlier answers, as they were typed. */
  readonly byDefault: (typed: Typed) => string | null;
  /** The question whose answer is proposed here: where that is missing, this is not missing beside it. */
  readonly follows?: string;
  /** What is proposed is not taken unless somebody says so: too much follows from it. */
  readonly weighty?: true;
}

/** Answers as they were typed, by the question's name. */
export type Typed = Readonly<Record<string, string>>;

const must = (): null => null;
const fixed = (value: string) => (): string => value;

function ask(
  name: string,
  nb: string,
  en: string,
  form: forms.Form<unknown>,
  byDefault: Question['byDefault'] = must,
): Question {
  return { name, ask: { nb, en }, form, byDefault };
}

/** As `ask`, with the answer to another question as what is proposed. */
const askAs = (follows: string, name: string, nb: string, en: string, form: forms.Form<unknown>): Question => ({
  ...ask(name, nb, en, form, (typed) => typed[follows] ?? null),
  follows,
});

const partChoices: readonly Choice[] = Object.entries(PARTS).map(([name, label]) => ({ name, label }));

/** Somebody must be a customer: a policy about nobody is none. */
const partsForm: forms.Form<readonly string[]> = (typed) => {
  const read = forms.namesOf(Object.keys(PARTS))(typed);
  if ('fault' in read) return read;
  const value = withNeeds(read.value);
  const someone = value.includes('private-customers') || value.includes('company-customers');
  if (someone) return { value };
  return {
    fault: {
      nb: 'Ta med private-customers, company-customers eller begge.',
      en: 'Include private-customers, company-customers or both.',
    },
  };
};

/** About the company itself. */
export const ABOUT_COMPANY: readonly Question[] = [
  ask('name', 'Bedriftens juridiske navn', 'Legal name of the company', forms.words),
  ask('organisation-number', 'Organisasjonsnummer', 'Organisation number', forms.organisationNumber),
  ask('street', 'Gateadresse', 'Street address', forms.words),
  ask('postal-code', 'Postnummer', 'Postal code', forms.postalCode),
  ask('city', 'Poststed', 'City', forms.words),
  ask('email', 'E-postadresse for kunder', 'E-mail address for customers', forms.email),
  ask('phone', 'Telefon for kunder', 'Telephone for customers', forms.phone),
  ask('website', 'Nettsted', 'Web site', forms.website),
  ask('languages', 'Nettstedets språk (nb, en)', 'Languages of the site (nb, en)', forms.languages, fixed('nb,en')),
  {
    ...ask('parts', 'Hva bruker dere?', 'What do you use?', partsForm, fixed(USUAL_PARTS.join(','))),
    choices: partChoices,
    weighty: true,
  },
  ask(
    'privacy-contact',
    'Personvernkontakt, navn (tomt: ingen navngitt)',
    'Privacy contact, name (empty: nobody named)',
    forms.optional(forms.words),
    fixed(''),
  ),
  askAs('email', 'privacy-email', 'Personvernkontakt, e-post', 'Privacy contact, e-mail', forms.email),
  askAs('phone', 'privacy-phone', 'Personvernkontakt, telefon', 'Privacy contact, telephone', forms.phone),
  ask('approver', 'Hvem godkjenner erklæringen?', 'Who approves the notice?', forms.words),
  askAs('city', 'place', 'Sted for godkjenningen', 'Place of approval', forms.words),
  ask(
    'financial-year-ends',
    'Regnskapsåret slutter (MM-DD)',
    'The financial year ends (MM-DD)',
    forms.monthDay,
    fixed('12-31'),
  ),
];

/** @param known Recipients that the chosen parts may have. */
export const whichRecipients = (known: readonly Choice[]): Question => ({
  ...ask(
    'recipients',
    'Hvem av disse gir dere opplysninger til? (navn med komma mellom; none: ingen)',
    'Which of these do you give data to? (names with commas; none: nobody)',
    forms.namesOf(known.map(({ name }) => name)),
    fixed('none'),
  ),
  choices: known,
});

/** About one recipient; an agreement is asked of those who process on the company's behalf. */
export function aboutRecipient({ name, label }: Choice, isProcessor: boolean): readonly Question[] {
  const about = (nb: string, en: string): [string, string] => [`${label.nb}: ${nb}`, `${label.en}: ${en}`];
  const company = ask(`recipient.${name}`, ...about('hvilken bedrift?', 'which company?'), forms.words);
  const where = ask(`recipient.${name}.countries`, ...about('i land', 'in countries'), forms.countries, fixed('NO'));
  if (!isProcessor) return [company, where];
  return [
    company,
    where,
    ask(
      `recipient.${name}.agreement`,
      ...about('databehandleravtale, referanse (tomt: ingen)', 'processing agreement, reference (empty: none)'),
      forms.optional(forms.words),
      fixed(''),
    ),
  ];
}

export function aboutAgreement({ name, label }: Choice): readonly Question[] {
  return [
    ask(`recipient.${name}.signed`, `${label.nb}: avtalen signert`, `${label.en}: agreement signed on`, forms.date),
    ask(`recipient.${name}.review`, `${label.nb}: gjennomgås innen`, `${label.en}: to be reviewed by`, forms.date),
  ];
}

/** @param byDefault Where the hosting is, if that was told. */
export const whereDataLies = (byDefault: string): Question => ({
  ...ask(
    'data-countries',
    'Landene kundesystemet med sikkerhetskopiene ligger i',
    'Countries where the customer system with its backups lies',
    forms.countries,
    fixed(byDefault),
  ),
  weighty: true,
});

/** @param known Measures and ways to check who is asking, in the words of the notice. */
export const whichMeasures = (known: readonly Choice[]): Question => ({
  ...ask(
    'measures',
    'Hvilke av disse har dere på plass og har sett på i dag? (none: ingen)',
    'Which of these are in place and were looked at today? (none: none)',
    forms.namesOf(known.map(({ name }) => name)),
    fixed('none'),
  ),
  choices: known,
});
