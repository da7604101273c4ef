/** Invented suppliers, leads, preferences, offers, answers to a survey and product use: what else a company keeps. */
import { createHash } from 'node:crypto';
import { before, dayFrom, type Given, someone, staffOf, type Tables } from './given.ts';
import { FIRST_NAMES, LAST_NAMES } from './names.ts';
import { draw, idOf, pick, type Row } from './rows.ts';

const TOPICS = ['walking', 'care', 'food'];
const SUPPLIER = idOf('supplier 0');

export function inventOutreach(given: Given): Tables {
  return [
    ['register.supplier', [0, 1].map((at) => supplier(given, at))],
    ['register.supplier_contact', [0, 1].map((at) => supplierContact(given, at))],
    ['register.product', [addOn()]],
    ['register.add_on', [3, 4, 5].map((at) => accepted(given, at))],
    ['register.preference', Array.from({ length: 24 }, (_, at) => preference(given, at)).filter(firstOfTopic())],
    ['register.offer', [offer(given)]],
    ['register.lead_list', [leadList(given)]],
    ['register.lead', Array.from({ length: 12 }, (_, at) => lead(given, at))],
    ['register.survey', [survey(given)]],
    ['register.survey_invitation', asked(given).map((customer, at) => surveyInvitation(given, customer, at))],
    ['register.survey_answer', asked(given).map((_, at) => surveyAnswer(given, at))],
    ['register.usage_event', Array.from({ length: 600 }, (_, at) => usageEvent(given, at))],
  ];
}

const supplier = (given: Given, at: number): Row => ({
  ...{ supplier_id: idOf(`supplier ${at}`), kind: at === 0 ? 'supplier' : 'partner' },
  ...{ name: at === 0 ? 'Diktet Turkart AS' : 'Påfunn Friluftslag', organisation_number: null },
  ...{ delivers: at === 0 ? 'Digitale turkart' : 'Felles turer', agreement_reference: `AVT-${at + 1}` },
  ...{ review_by: dayFrom(given, 40 + at * 200), registered_at: before(given, 300) },
});

const supplierContact = (given: Given, at: number): Row => ({
  ...{ supplier_id: idOf(`supplier ${at}`), supplier_contact_id: idOf(`supplier contact ${at}`) },
  ...{ kind: at === 0 ? 'supplier' : 'partner', full_name: at === 0 ? 'Kari Kartdikt' : 'Lars Lagpåfunn' },
  ...{ position: at === 0 ? 'Salg' : 'Leder', email: `kontakt${at + 1}@example.com`, phone: `+474000200${at}` },
  ...{ registered_at: before(given, 300), registered_through: 'phone', notice_version: given.noticeVersion },
});

const addOn = (): Row => ({
  ...{
    product_id: idOf('ES-400'),
    sku: 'ES-400',
    kind: 'add-on',
    name_nb: 'Turkart i ett år',
    name_en: 'Maps for a year',
  },
  description_nb: 'Digitale turkart fra Diktet Turkart AS.',
  description_en: 'Digital maps by Diktet Turkart AS.',
  ...{ price_ore: 23_920, vat_rate: 25, durability: 'normal', in_catalogue: true, supplier_id: SUPPLIER },
  shared_fields: '{name,email}',
});

/** With the orders that are confirmed; one of them has ended. */
const accepted = (given: Given, at: number): Row => ({
  customer_id: someone(given, `open order ${at}`, at % 3 === 0 ? 'company' : 'private').customer_id,
  ...{ add_on_id: idOf(`add-on ${at}`), order_id: idOf(`open order ${at}`), product_id: idOf('ES-400') },
  ...{ supplier_id: SUPPLIER, shared_fields: 'name, email', accepted_at: before(given, 2, 1 + at) },
  accepted_words_hash: createHash('sha256').update(`words ${at}`).digest('hex'),
  ...{ ended_at: at === 5 ? before(given, 1) : null },
});

const preference = (given: Given, at: number): Row => ({
  customer_id: someone(given, `preference ${at}`).customer_id,
  ...{ preference_id: idOf(`preference ${at}`), topic: pick(`topic ${at}`, TOPICS), choice: 'yes', source: 'stated' },
  set_at: before(given, draw(`set ${at}`, 200)),
});

/** A person chooses a topic once. */
function firstOfTopic(): (row: Row) => boolean {
  const seen = new Set<string>();
  return ({ customer_id, topic }) => {
    const key = `${customer_id} ${topic}`;
    const first = !seen.has(key);
    seen.add(key);
    return first;
  };
}

const offer = (given: Given): Row => ({
  ...{ offer_id: idOf('offer'), name: 'Vinterstøvler', headline_nb: 'Varme føtter i vinter' },
  headline_en: 'Warm feet this winter',
  text_nb: 'Fjellstøvler med ullsåle til nedsatt pris så lenge lageret rekker.',
  text_en: 'Mountain boots with woollen soles at a reduced price while stocks last.',
  ...{ product_id: idOf('ES-110'), valid_from: dayFrom(given, -3), valid_until: dayFrom(given, 30) },
  created_at: before(given, 3),
});

const leadList = (given: Given): Row => ({
  ...{ lead_list_id: idOf('lead list'), vendor: 'Oppdiktet Listehus AS', agreement_reference: 'LISTE-2026-4' },
  ...{ received_on: dayFrom(given, -12), row_count: 14, refused_count: 1, reserved_count: 1 },
  ...{ washed_on: dayFrom(given, -1), imported_at: before(given, 12), imported_by: staffOf('sales') },
});

const lead = (given: Given, at: number): Row => ({
  ...{ lead_id: idOf(`lead ${at}`), lead_list_id: idOf('lead list'), email: null, phone: `+47400030${10 + at}` },
  full_name: `${pick(`lead first ${at}`, FIRST_NAMES)} ${pick(`lead last ${at}`, LAST_NAMES)}`,
  ...{ street_address: `Eksempelstien ${at + 1}`, postal_code: '7010', city: 'Trondheim' },
  ...{ received_on: dayFrom(given, -12), notice_due_on: dayFrom(given, 18), delete_on: dayFrom(given, 353) },
  ...{ notice_sent_on: at < 5 ? dayFrom(given, -8) : null, notice_channel: at < 5 ? 'post' : null },
  ...{ reserved: false, state: 'new' },
  notice_channel: at < 5 ? 'post' : null,
  ...{ registered_at: before(given, 12), registered_through: 'import', notice_version: given.noticeVersion },
});

const survey = (given: Given): Row => ({
  ...{ survey_id: idOf('survey'), name: 'Etter levering', in_use: true, created_at: before(given, 200) },
  question_nb: 'Hvor fornøyd er du med det du fikk?',
  question_en: 'How satisfied are you with what you received?',
});

/** Each of them once, and everybody answered. */
const asked = ({ customers }: Given) => customers.filter(({ kind }) => kind === 'private').slice(0, 90);

const surveyInvitation = (given: Given, { customer_id }: { customer_id: string }, at: number): Row => ({
  ...{ customer_id, invitation_id: idOf(`invitation ${at}`), survey_id: idOf('survey'), used: true },
  ...{
    sent_at: before(given, 3 + draw(`month ${at}`, 167)),
    expires_on: dayFrom(given, 27 - draw(`month ${at}`, 167)),
  },
  token_digest: createHash('sha256').update(`invented invitation ${at}`).digest('hex'),
});

const surveyAnswer = (given: Given, at: number): Row => ({
  ...{ survey_id: idOf('survey'), answer_id: timeless(`answer of survey ${at}`) },
  month: `${dayFrom(given, -draw(`month ${at}`, 167)).slice(0, 7)}-01`,
  score: [5, 5, 4, 4, 4, 3, 2, 5, 1][draw(`score ${at}`, 9)] ?? 3,
});

/** A key that says nothing of when it was made. */
const timeless = (words: string): string => `${idOf(words).slice(0, 14)}4${idOf(words).slice(15)}`;

const usageEvent = (given: Given, at: number): Row => {
  const day = dayFrom(given, -1 - draw(`use ${at}`, 60));
  return {
    ...{ day, event_id: timeless(`use ${at}`), product_id: pick(`used ${at}`, given.products) },
    // Another code for the same person on another day.
    pseudonym: idOf(`pseudonym ${draw(`user ${at}`, 220)} ${day}`).replaceAll('-', ''),
    kind: pick(`way ${at}`, ['viewed', 'viewed', 'viewed', 'ordered', 'searched']),
  };
};
