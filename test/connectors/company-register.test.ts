/** A company looked up in the national register: what is read of an answer, what is remembered, when it is left alone. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CompanyAnswer, createEgress, createEnhetsregisteret } from '../../src/connectors/index.ts';
import { type AnsweringServer, openAnsweringServer } from '../support/answering-server.ts';
import {
  answerAsRegister,
  COMPANY,
  COMPANY_NUMBER,
  REMOVED_NUMBER,
  SOLE_TRADER_NUMBER,
} from '../support/company-answers.ts';

let server: AnsweringServer;
let at: Date;
beforeEach(async () => {
  server = await openAnsweringServer(answerAsRegister);
  at = new Date('2026-11-23T12:00:00Z');
});
afterEach(() => server.close());

function register() {
  const egress = createEgress({ recipients: {}, sources: {} }, { timeoutMs: 500 });
  return createEnhetsregisteret({ egress, baseUrl: new URL('enhetsregisteret/api', server.url), now: () => at });
}
const later = (seconds: number): void => {
  at = new Date(at.getTime() + seconds * 1000);
};
const asked = (): string[] => server.asked.map(({ path }) => path);

describe('an answer', () => {
  test('is a company with its form, address, VAT, bankruptcy and written form, and where and when it was read', async () => {
    const url = new URL(`enhetsregisteret/api/enheter/${COMPANY_NUMBER}`, server.url).href;
    expect(await register().lookUp(COMPANY_NUMBER)).toEqual({
      kind: 'found',
      company: {
        organisationNumber: COMPANY_NUMBER,
        name: 'PRØVE OG ÁŊŊEL AS',
        form: 'AS',
        bankrupt: false,
        windingUp: false,
        vatRegistered: true,
        businessAddress: { street: 'Prøveveien 2, Inngang B', postalCode: '9845', city: 'TANA', country: 'NO' },
        writtenForm: 'nn',
        deletedOn: null,
      },
      sourceName: 'Enhetsregisteret',
      sourceUrl: url,
      retrievedAt: at,
    } satisfies CompanyAnswer);
  });

  test('never asks for the people in the roles of a company', async () => {
    await register().lookUp(COMPANY_NUMBER);
    expect(asked()).toEqual([`/enhetsregisteret/api/enheter/${COMPANY_NUMBER}`]);
  });

  test('says unknown for 404 and removed for 410', async () => {
    const companies = register();
    expect(await companies.lookUp('974760673')).toEqual({ kind: 'unknown' });
    expect(await companies.lookUp(REMOVED_NUMBER)).toEqual({ kind: 'removed' });
  });

  test('sends nothing for what is not nine digits', async () => {
    expect(await register().lookUp('../roller')).toEqual({ kind: 'unknown' });
    expect(asked()).toEqual([]);
  });

  test.each([
    ['is not JSON', '<html>'],
    ['is about another company', { ...COMPANY, organisasjonsnummer: '974760673' }],
    ['has no name', { ...COMPANY, navn: undefined }],
    ['has a bankruptcy that is neither yes nor no', { ...COMPANY, konkurs: 'nei' }],
    ['has a form of company in words', { ...COMPANY, organisasjonsform: 'Aksjeselskap' }],
  ])('that %s is not believed', async (_case, body) => {
    server.answer(() => ({ status: 200, body }));
    expect(await register().lookUp(COMPANY_NUMBER)).toEqual({ kind: 'unavailable' });
  });

  test('tells of bankruptcy, of winding up by force, and of a company that is gone', async () => {
    const body = {
      ...{ organisasjonsnummer: COMPANY_NUMBER, navn: 'SLUTT AS', organisasjonsform: { kode: 'AS' } },
      ...{ konkurs: true, underTvangsavviklingEllerTvangsopplosning: true, slettedato: '2026-01-31' },
    };
    server.answer(() => ({ status: 200, body }));
    const answer = await register().lookUp(COMPANY_NUMBER);
    expect(answer).toMatchObject({ company: { bankrupt: true, windingUp: true, deletedOn: '2026-01-31' } });
    expect(answer).toMatchObject({ company: { businessAddress: null, vatRegistered: false, writtenForm: null } });
  });
});

describe('the register', () => {
  test('is asked once an hour for one company, also where there is none', async () => {
    const companies = register();
    await companies.lookUp(COMPANY_NUMBER);
    await companies.lookUp('974760673');
    later(3599);
    await companies.lookUp(COMPANY_NUMBER);
    await companies.lookUp('974760673');
    expect(asked()).toHaveLength(2);
    later(2);
    await companies.lookUp(COMPANY_NUMBER);
    expect(asked()).toHaveLength(3);
  });

  test('is asked each time about a sole trader, who is a person and is not kept in memory', async () => {
    const companies = register();
    await companies.lookUp(SOLE_TRADER_NUMBER);
    expect(await companies.lookUp(SOLE_TRADER_NUMBER)).toMatchObject({ company: { form: 'ENK' } });
    expect(asked()).toHaveLength(2);
  });

  test('that asks for rest is left alone for as long as it says, and then asked again', async () => {
    const companies = register();
    server.answer(() => ({ status: 429, headers: { 'Retry-After': '120' } }));
    expect(await companies.lookUp(COMPANY_NUMBER)).toEqual({ kind: 'busy', retryAfterSeconds: 120 });
    server.answer(answerAsRegister);
    later(60);
    expect(await companies.lookUp(COMPANY_NUMBER)).toEqual({ kind: 'busy', retryAfterSeconds: 60 });
    expect(asked()).toHaveLength(1);
    later(61);
    expect(await companies.lookUp(COMPANY_NUMBER)).toMatchObject({ kind: 'found' });
  });

  test.each([
    ['a date', 'Mon, 23 Nov 2026 12:01:30 GMT', 90],
    ['nothing', '', 60],
    ['a day', '86400', 3600],
    ['no number', 'soon', 60],
  ])('that says %s is left alone for so long', async (_case, value, seconds) => {
    server.answer(() => ({ status: 503, headers: { 'Retry-After': value } }));
    expect(await register().lookUp(COMPANY_NUMBER)).toEqual({ kind: 'busy', retryAfterSeconds: seconds });
  });

  test('is asked sixty times a minute at most', async () => {
    const companies = register();
    const numbers = Array.from({ length: 61 }, (_, index) => String(100_000_000 + index));
    const answers = [];
    for (const number of numbers) answers.push(await companies.lookUp(number));
    expect(answers.filter(({ kind }) => kind === 'unknown')).toHaveLength(60);
    expect(answers.at(-1)).toEqual({ kind: 'busy', retryAfterSeconds: 60 });
  });

  test('that does not answer is unavailable, and asked again the next time', async () => {
    const companies = register();
    server.answer(() => null);
    expect(await companies.lookUp(COMPANY_NUMBER)).toEqual({ kind: 'unavailable' });
    server.answer(answerAsRegister);
    expect(await companies.lookUp(COMPANY_NUMBER)).toMatchObject({ kind: 'found' });
  });
});
