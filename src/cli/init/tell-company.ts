/** What the company has told, in place of what the packaged policy says of another: who, where, since when, with whom. */
import { countryInWords } from '../../notice/index.ts';
import type { LocalizedText } from '../../policy/index.ts';
import type { Answers, ToldRecipient } from './answers.ts';
import { concernsParts, type Told, WAITS_FOR, waitsFor } from './promises.ts';
import type { Left } from './select-data.ts';
import {
  dropEntry,
  isMap,
  isScalar,
  isSeq,
  keepItems,
  keysOf,
  mapAt,
  textsIn,
  type YAMLMap,
  type YamlFile,
} from './yaml-edit.ts';

/** Done by the system itself from the first day; every other measure is the company's to confirm. */
export const BUILT_IN = new Set(['access-by-purpose', 'signed-in']);

export function tellController(file: YamlFile, answers: Answers, today: string): void {
  const { name, privacyContact } = answers;
  const top = mapAt(file, []);
  const set = (path: readonly string[], value: unknown): void => file.setIn(path, value);
  set(['name'], name);
  set(['organisation_number'], answers.organisationNumber);
  set(['address', 'street'], answers.street);
  set(['address', 'postal_code'], answers.postalCode);
  set(['address', 'city'], answers.city);
  for (const key of ['email', 'phone', 'website'] as const) set([key], answers[key]);
  set(['privacy_contact', 'label'], file.createNode(labelOfContact(privacyContact.name, name)));
  set(['privacy_contact', 'email'], privacyContact.email);
  set(['privacy_contact', 'phone'], privacyContact.phone);
  top.set('data_protection_officer', file.createNode({ appointed: false }));
  set(['languages'], file.createNode([...answers.languages], { flow: true }));
  set(['financial_year_ends'], answers.financialYearEnds);
  leaveBilling(top);
  const version = {
    ...{ number: `${today.slice(0, 4)}-1`, place: answers.place, date: today },
    ...{ approver: answers.approver, effective_from: today },
    changes: { nb: 'Første utgave.', en: 'The first version.' },
  };
  top.set('version', file.createNode(version));
}

const BILLING = ` What stands on invoices. None can be issued before your own account number stands here.
 billing: { account_number: "…", vat_registered: true, business_register: true, payment_days: 14, kid: mod10 }`;

/** Customers would pay to the account of another company: it is left for the company to say its own. */
function leaveBilling(top: YAMLMap): void {
  dropEntry(top, 'billing');
  const next = top.items.find(({ key }) => isScalar(key) && key.value === 'minimum_age');
  if (isScalar(next?.key)) next.key.commentBefore = BILLING;
}

const labelOfContact = (person: string | null, company: string): LocalizedText =>
  person === null
    ? { nb: `Personvernkontakten i ${company}`, en: `The privacy contact at ${company}` }
    : { nb: `${person}, personvernkontakt`, en: `${person}, privacy contact` };

/** Authorities get what the law says, of every company; whom else the company has told of. */
export function tellRecipients(file: YamlFile, told: readonly ToldRecipient[], left: Left): void {
  mapAt(file, []).commentBefore = ' Who is given personal data, for what, where.';
  const all = mapAt(file, ['recipients']);
  for (const name of keysOf(all)) {
    const recipient = mapAt(file, ['recipients', name]);
    const answer = told.find((one) => one.name === name);
    keepItems(recipient, 'purposes', (purpose) => left.purposes.has(purpose));
    keepItems(recipient, 'categories', (category) => left.categories.has(category));
    const needless = !recipient.has('purposes') || !recipient.has('categories');
    const untold = answer === undefined && recipient.get('kind') !== 'public-authority';
    if (needless || untold) {
      dropEntry(all, name);
      continue;
    }
    if (answer === undefined) continue;
    recipient.set('label', answer.label);
    recipient.set('countries', file.createNode([...answer.countries], { flow: true }));
    dropEntry(recipient, 'agreement');
    // Whoever runs the packaged example's machines is not who this company deals with.
    dropEntry(recipient, 'hosts');
    if (answer.agreement === null) continue;
    const { reference, signedOn, reviewBy } = answer.agreement;
    const agreement = { reference, signed_on: signedOn, review_by: reviewBy };
    recipient.set('agreement', file.createNode(agreement, { flow: true }));
  }
  keepSources(file, left);
}

/** An open register is the same for every company, where a purpose is left that asks it. */
function keepSources(file: YamlFile, left: Left): void {
  const sources = mapAt(file, ['sources']);
  for (const name of keysOf(sources)) {
    const source = mapAt(file, ['sources', name]);
    keepItems(source, 'purposes', (purpose) => left.purposes.has(purpose));
    keepItems(source, 'categories', (category) => left.categories.has(category));
    if (!source.has('purposes') || !source.has('categories')) dropEntry(sources, name);
  }
}

/** @param recipients As they are written, for what can be promised of them. */
/** Controls that look whether a measure is taken, which a company without the measure promises nothing about. */
const CONTROLS_OF_MEASURES = [['access-reviews-signed', 'access-review']] as const;

function dropControl(file: YamlFile, control: string): void {
  const promises = mapAt(file, ['promises']);
  for (const id of keysOf(promises)) keepItems(mapAt(file, ['promises', id]), 'controls', (name) => name !== control);
}

export function tellSecurity(file: YamlFile, answers: Answers, recipients: YamlFile, today: string): void {
  const confirmed = (name: string): boolean => BUILT_IN.has(name) || answers.measures.includes(name);
  for (const list of ['measures', 'verification']) keepNamed(file, list, confirmed);
  const measures = file.get('measures');
  if (isSeq(measures)) {
    for (const measure of measures.items) if (isMap(measure)) measure.set('checked_on', today);
  }
  const kinds = new Set(isSeq(measures) ? measures.items.map((one) => isMap(one) && one.get('kind')) : []);
  file.set('data_locations', file.createNode(answers.dataCountries.map(placeOf)));
  choosePromises(file, answers.parts, toldOf(answers, recipients, kinds.size === 3));
  for (const [control, measure] of CONTROLS_OF_MEASURES) if (!confirmed(measure)) dropControl(file, control);
  leaveForLater(file);
}

function keepNamed(file: YamlFile, list: string, keep: (name: string) => boolean): void {
  const items = file.get(list);
  if (!isSeq(items)) return;
  items.items = items.items.filter((item) => isMap(item) && keep(String(item.get('name'))));
}

const placeOf = (country: string) => ({
  nb: `Kundesystemet med sikkerhetskopiene, i ${countryInWords(country, 'nb')}`,
  en: `The customer system with its backups, in ${countryInWords(country, 'en')}`,
  country,
});

function toldOf({ recipients: told }: Answers, recipients: YamlFile, measures: boolean): Told {
  const of = (key: string): unknown[] => told.map(({ name }) => recipients.getIn(['recipients', name, key]));
  const processors = told.filter(({ name }) => recipients.getIn(['recipients', name, 'kind']) === 'processor');
  return {
    recipients: told.length > 0,
    agreements: processors.length > 0 && processors.every(({ agreement }) => agreement !== null),
    storageOrCommunication: of('type').some((type) => type === 'storage' || type === 'communication'),
    advisers: of('type').includes('adviser'),
    ...{ measures, riskAssessment: false, legalReview: false },
  };
}

/** Promises that wait for something stay as comments, ready for the day they are true. */
function choosePromises(file: YamlFile, parts: readonly string[], told: Told): void {
  const promises = mapAt(file, ['promises']);
  const waiting = new Map<keyof Told, string[]>();
  const controls = new Set<string>();
  for (const id of keysOf(promises)) {
    const concerned = concernsParts(id, parts);
    const reason = waitsFor(id, told);
    const promise = mapAt(file, ['promises', id]);
    if (concerned) for (const control of textsIn(promise.get('controls', true))) controls.add(control);
    if (concerned && reason !== null) {
      const text = `${id}:\n${JSON.stringify(promise.toJSON(), null, 2).replaceAll(/\s*\n\s*/g, ' ')}`;
      waiting.set(reason, [...(waiting.get(reason) ?? []), text.replace('\n', ' ')]);
    }
    if (!concerned || reason !== null) dropEntry(promises, id);
  }
  const comments = [...waiting].map(([reason, texts]) => ` When ${WAITS_FOR[reason].en}:\n ${texts.join('\n ')}`);
  if (comments.length > 0) promises.comment = comments.join('\n');
  keepItems(mapAt(file, []), 'controls_not_built', (control) => controls.has(control));
}

const LATER = ` What has not been done is left out. When it is done, take away the # here and before its promises below.
 risk_assessment: { done_on: "YYYY-MM-DD", every: P1Y, summary: { nb: …, en: … } }
 legal_review: { done_on: "YYYY-MM-DD", every: P1Y, owner: … }`;

function leaveForLater(file: YamlFile): void {
  const top = mapAt(file, []);
  for (const name of ['risk_assessment', 'legal_review']) dropEntry(top, name);
  const next = top.items.find(({ key }) => isScalar(key) && key.value === 'verification');
  if (isScalar(next?.key)) next.key.commentBefore = LATER;
}
