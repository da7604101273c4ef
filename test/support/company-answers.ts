/** Answers in the form of the national register of companies; the companies are invented. */
import type { Answered, Asked } from './answering-server.ts';

export const COMPANY_NUMBER = '123456785';
export const SOLE_TRADER_NUMBER = '313100019';
export const REMOVED_NUMBER = '310000019';

export const COMPANY = {
  organisasjonsnummer: COMPANY_NUMBER,
  navn: 'PRØVE OG ÁŊŊEL AS',
  organisasjonsform: { kode: 'AS', beskrivelse: 'Aksjeselskap', _links: { self: { href: 'https://example.com/AS' } } },
  registreringsdatoEnhetsregisteret: '2015-02-01',
  registrertIMvaregisteret: true,
  naeringskode1: { kode: '47.710', beskrivelse: 'Butikkhandel med klær' },
  antallAnsatte: 7,
  forretningsadresse: {
    land: 'Norge',
    landkode: 'NO',
    postnummer: '9845',
    poststed: 'TANA',
    adresse: ['Prøveveien 2', 'Inngang B'],
    kommune: 'DEATNU TANA',
    kommunenummer: '5628',
  },
  institusjonellSektorkode: { kode: '2100', beskrivelse: 'Private aksjeselskaper mv.' },
  registrertIForetaksregisteret: true,
  konkurs: false,
  underAvvikling: false,
  underTvangsavviklingEllerTvangsopplosning: false,
  maalform: 'Nynorsk',
  _links: { self: { href: 'https://example.com/enheter/123456785' } },
} as const;

export const SOLE_TRADER = {
  ...COMPANY,
  organisasjonsnummer: SOLE_TRADER_NUMBER,
  navn: 'KARI EKSEMPEL',
  organisasjonsform: { kode: 'ENK', beskrivelse: 'Enkeltpersonforetak' },
  registrertIMvaregisteret: false,
  maalform: 'Bokmål',
} as const;

/** 200, 404 and 410, as the register answers. */
export function answerAsRegister({ path }: Asked): Answered {
  const number = path.split('/').at(-1);
  if (number === COMPANY_NUMBER) return { status: 200, body: COMPANY };
  if (number === SOLE_TRADER_NUMBER) return { status: 200, body: SOLE_TRADER };
  if (number === REMOVED_NUMBER) {
    return { status: 410, body: { organisasjonsnummer: number, slettedato: '2020-01-02', _links: {} } };
  }
  return { status: 404, body: { timestamp: '2026-11-23T12:00:00Z', status: 404, error: 'Not Found' } };
}
