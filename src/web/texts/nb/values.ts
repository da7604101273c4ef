/**
 * What values of the database are called in bokmål: those that a column takes from a fixed set, by the qualified column.
 * A set may only be widened together with these words, which a test holds against the database.
 */
import { relationshipValuesNb } from './relationship-values.ts';

const CHANNELS = { web: 'Nettsidene', phone: 'Telefon', store: 'Butikk', import: 'Overført fra et eldre system' };
const LANGUAGES = { nb: 'Norsk bokmål', en: 'Engelsk' };
const METHODS = {
  'web-form': 'I et skjema på nettsidene',
  'my-page': 'På Min side',
  phone: 'På telefon',
  import: 'Overført fra et eldre system',
  'mail-link': 'Med lenken i en e-post',
};

const OPENED_BY = {
  link: 'Lenke i en e-post',
  password: 'Passord',
  passkey: 'Passnøkkel',
  openid: 'Innlogging hos andre',
  code: 'Engangskode',
  'recovery-code': 'Reservekode',
};

export const valuesNb = {
  ...relationshipValuesNb,
  'register.customer.kind': { private: 'Privatperson', company: 'Bedrift' },
  'register.customer.preferred_language': LANGUAGES,
  'register.customer.registered_through': CHANNELS,
  'register.contact_person.registered_through': CHANNELS,
  'register.sales_order.placed_through': CHANNELS,
  'register.sales_order.status': {
    placed: 'Mottatt',
    confirmed: 'Bekreftet',
    'part-delivered': 'Delvis levert',
    delivered: 'Levert',
    completed: 'Fullført',
    cancelled: 'Avbestilt',
  },
  'register.delivery.completed_through': {
    receipt: 'Mottaket er bekreftet',
    carrier: 'Transportøren sier det',
    time: 'Fjorten dager er gått',
  },
  'register.payment.method': { bank: 'Bank', card: 'Kort', vipps: 'Vipps', cash: 'Kontant' },
  'register.message.direction': { in: 'Fra deg', out: 'Fra oss' },
  'register.dispute_entry.direction': { in: 'Fra deg', out: 'Fra oss' },
  'register.message.channel': { mail: 'E-post', phone: 'Telefon', counter: 'I butikken', web: 'Nettsidene' },
  'register.claim_entry.direction': { in: 'Fra deg', out: 'Fra oss' },
  'register.claim_entry.channel': { mail: 'E-post', phone: 'Telefon', counter: 'I butikken', web: 'Nettsidene' },
  'kept.consent_record.language': LANGUAGES,
  'kept.consent_record.method': METHODS,
  'kept.consent_record.withdrawn_method': METHODS,
  'kept.objection.method': METHODS,
  'kept.restriction.ground': {
    accuracy: 'Du mener at opplysningene er feil',
    unlawful: 'Du mener at bruken er ulovlig',
    claims: 'Du trenger dem til et rettskrav',
    objection: 'Du har protestert, og vi har ikke svart ennå',
  },
  'kept.notice_shown.channel': {
    'web-form': 'Ved siden av et skjema på nettsidene',
    phone: 'Nevnt på telefon',
    counter: 'Vist i butikken',
    mail: 'Lenket i en e-post',
  },
  'kept.outbox.language': LANGUAGES,
  'kept.outbox.template': {
    registered: 'Velkommen som kunde',
    'already-registered': 'Adressen er kjent fra før',
    'order-received': 'Bekreftelse på bestilling',
  },
  'kept.outbox.stopped_because': {
    'no-consent': 'Samtykket sto ikke ved lag',
    objected: 'Du har protestert',
    restricted: 'Bruken er begrenset',
    'address-not-verified': 'Adressen er ikke bekreftet',
    'purpose-gone': 'Formålet er ikke lenger i bruk',
  },
  'kept.account_session.opened_by': OPENED_BY,
  'kept.sign_in.opened_by': OPENED_BY,
  'kept.credential.provider': { credential: 'Passord' },
  'kept.passkey.device_type': { singleDevice: 'Bare på én enhet', multiDevice: 'Kan kopieres mellom enheter' },
  'kept.look_finding.kind': {
    'many-people': 'Mange personer på en dag',
    'odd-hours': 'Utenfor arbeidstiden',
    'same-surname': 'Samme etternavn',
  },
  'kept.disclosure.form': { access: 'Tilgang til systemet', copy: 'En kopi' },
  'kept.access_log.principal_kind': {
    staff: 'Ansatt',
    'data-subject': 'Den det gjelder',
    visitor: 'Ikke logget inn',
    system: 'Systemet',
  },
};

/** Values of no fixed set, by what they are. */
export const kindsOfValueNb = {
  yes: 'Ja',
  no: 'Nei',
  /** A key that leads from one row to another and says nothing by itself. */
  key: 'Et internt nummer som bare viser vei i systemet',
  account: 'Ja, du har en brukerkonto',
  hashed: 'Lagret som et avtrykk, som ikke kan leses',
  encrypted: 'Lagret kryptert, og vises ikke',
  yourself: 'Deg',
  digest: (start: string) => `${start}… (viser at teksten er den samme)`,
};

/** Where a value came from. */
export const sourcesNb = {
  'data-subject': 'Du har gitt oss det selv.',
  observed: 'Det følger av det du gjør hos oss, for eksempel når du bestiller, betaler eller tar kontakt.',
  staff: 'En ansatt hos oss har skrevet det.',
  external: 'Vi har fått det fra andre, for eksempel den som tar imot betalingen.',
  derived: 'Vi har sluttet oss til det ut fra annet vi vet om deg.',
  system: 'Systemet lager det selv, for eksempel numre og klokkeslett.',
};

/** What a recipient is, after the name. */
export const recipientKindsNb = {
  processor: 'arbeider for oss og gjør bare det vi ber om',
  controller: 'bestemmer selv hva de gjør med det',
  'joint-controller': 'bestemmer sammen med oss',
  'public-authority': 'offentlig myndighet',
};
