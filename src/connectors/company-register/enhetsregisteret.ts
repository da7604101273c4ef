/**
 * Enhetsregisteret, the open national register of companies: looked up one number at a time, remembered for an hour, left
 * alone for as long as it asks. Its API needs no key: https://data.brreg.no/enhetsregisteret/api/dokumentasjon/no/
 */
import { z } from 'zod';
import { type Egress, EgressError, type IncomingAnswer } from '../egress.ts';
import { parseJson } from '../parse-json.ts';
import { createQuiet } from '../waiting.ts';
import {
  type CompanyAnswer,
  type CompanyRegister,
  isSoleTrader,
  type RegisteredAddress,
  type RegisteredCompany,
} from './model.ts';

export const ENHETSREGISTERET = 'Enhetsregisteret';

/** Milliseconds that an answer is remembered. */
const REMEMBERED_MS = 3_600_000;
/** Answers remembered at most; the oldest goes first. */
const MOST_REMEMBERED = 500;
/** Look-ups a minute at most, whatever the register would take. */
const MOST_A_MINUTE = 60;

const addressShape = z.object({
  adresse: z.array(z.string().max(200).nullable()).max(10).optional(),
  postnummer: z.string().max(20).optional(),
  poststed: z.string().max(100).optional(),
  landkode: z.string().length(2).optional(),
});

/** What is read of an answer: other keys are let go, what is read must have its form. */
const companyShape = z.object({
  organisasjonsnummer: z.string().regex(/^[0-9]{9}$/),
  navn: z.string().trim().min(1).max(200),
  organisasjonsform: z.object({ kode: z.string().regex(/^[A-ZÆØÅ]{1,10}$/) }),
  konkurs: z.boolean().optional(),
  underAvvikling: z.boolean().optional(),
  underTvangsavviklingEllerTvangsopplosning: z.boolean().optional(),
  registrertIMvaregisteret: z.boolean().optional(),
  forretningsadresse: addressShape.optional(),
  maalform: z.string().max(20).optional(),
  slettedato: z.iso.date().optional(),
});

interface Options {
  readonly egress: Egress;
  /** As `https://data.brreg.no/enhetsregisteret/api`. */
  readonly baseUrl: URL;
  readonly now: () => Date;
}

interface Remembered {
  readonly answer: CompanyAnswer;
  readonly until: number;
}

export function createEnhetsregisteret({ egress, baseUrl, now }: Options): CompanyRegister {
  const remembered = new Map<string, Remembered>();
  const quiet = createQuiet(now);
  const pace = createPace(now);
  const remember = (number: string, answer: CompanyAnswer): void => {
    const [oldest] = remembered.keys();
    if (remembered.size >= MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    remembered.set(number, { answer, until: now().getTime() + REMEMBERED_MS });
  };
  return {
    async lookUp(organisationNumber) {
      if (!/^[0-9]{9}$/.test(organisationNumber)) return { kind: 'unknown' };
      const known = remembered.get(organisationNumber);
      if (known !== undefined && known.until > now().getTime()) return known.answer;
      remembered.delete(organisationNumber);
      const wait = quiet.left() || pace.take();
      if (wait > 0) return { kind: 'busy', retryAfterSeconds: wait };
      const url = new URL(`${baseUrl.pathname.replace(/\/$/, '')}/enheter/${organisationNumber}`, baseUrl);
      const answer = await ask(egress, url);
      if (answer === null) return { kind: 'unavailable' };
      if (answer.status === 429 || answer.status === 503) {
        return { kind: 'busy', retryAfterSeconds: quiet.note(answer) };
      }
      const read = readAnswer(answer, organisationNumber, url, now());
      if (mayBeRemembered(read)) remember(organisationNumber, read);
      return read;
    },
  };
}

async function ask(egress: Egress, url: URL): Promise<IncomingAnswer | null> {
  try {
    return await egress.send(url, { method: 'GET', headers: { Accept: 'application/json' } });
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    return null;
  }
}

/** What is about a person is not kept in memory for later, and a failure may be over the next moment. */
const mayBeRemembered = (answer: CompanyAnswer): boolean =>
  answer.kind === 'found' ? !isSoleTrader(answer.company) : answer.kind === 'unknown' || answer.kind === 'removed';

function readAnswer({ status, text }: IncomingAnswer, number: string, url: URL, at: Date): CompanyAnswer {
  if (status === 404) return { kind: 'unknown' };
  if (status === 410) return { kind: 'removed' };
  const company = status === 200 ? readCompany(text) : null;
  // An answer about another number than the one asked for is no answer.
  if (company === null || company.organisationNumber !== number) return { kind: 'unavailable' };
  return { kind: 'found', company, sourceName: ENHETSREGISTERET, sourceUrl: url.href, retrievedAt: at };
}

function readCompany(text: string): RegisteredCompany | null {
  const { data: read } = companyShape.safeParse(parseJson(text));
  if (read === undefined) return null;
  return {
    organisationNumber: read.organisasjonsnummer,
    name: read.navn,
    form: read.organisasjonsform.kode,
    bankrupt: read.konkurs === true,
    windingUp: read.underAvvikling === true || read.underTvangsavviklingEllerTvangsopplosning === true,
    vatRegistered: read.registrertIMvaregisteret === true,
    businessAddress: read.forretningsadresse === undefined ? null : addressIn(read.forretningsadresse),
    writtenForm: read.maalform === 'Nynorsk' ? 'nn' : read.maalform === 'Bokmål' ? 'nb' : null,
    deletedOn: read.slettedato ?? null,
  };
}

function addressIn({ adresse, postnummer, poststed, landkode }: z.output<typeof addressShape>): RegisteredAddress {
  const street = (adresse ?? []).map((line) => (line ?? '').trim()).filter((line) => line !== '');
  return {
    street: street.join(', ').slice(0, 200) || null,
    postalCode: /^[0-9]{4}$/.test(postnummer ?? '') ? (postnummer ?? null) : null,
    city: poststed?.trim() || null,
    country: landkode ?? 'NO',
  };
}

/** Counts look-ups in the minute that began with the first of them. */
function createPace(now: () => Date): { take(): number } {
  let began = Number.NEGATIVE_INFINITY;
  let count = 0;
  return {
    take() {
      const at = now().getTime();
      if (at - began >= 60_000) {
        began = at;
        count = 0;
      }
      count += 1;
      return count <= MOST_A_MINUTE ? 0 : Math.ceil((began + 60_000 - at) / 1000);
    },
  };
}
