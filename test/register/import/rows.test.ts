/** Which column is which field, and what must hold of a row before anything of it is written. */
import { describe, expect, test } from 'vitest';
import { guessMapping, type ImportKind, mappingFaults, readRow } from '../../../src/register/index.ts';

const TODAY = '2026-11-25';

describe('the guess of columns', () => {
  test.each([
    [
      'customers',
      'Navn;E-post;Orgnr.;Tlf;Adresse;Postnr;Poststed',
      'legalName email organisationNumber phone street postalCode city',
    ],
    [
      'customers',
      'Company name,E-mail address,Organisation number,Phone,Street,Zip,Town',
      'legalName email organisationNumber phone street postalCode city',
    ],
    ['contacts', 'Bedrift;Kontaktperson;Stilling;E-postadresse;Mobil', 'company fullName position email phone'],
    [
      'orders',
      'Order number,Customer,Item number,Qty,Order date,Unit price',
      'order customer sku quantity placedOn price',
    ],
    ['orders', 'Ordrenr;Kundenr;Varenr;Antall;Dato;Pris', 'order customer sku quantity placedOn price'],
  ] as const)('of %s by %s', (kind: ImportKind, header, fields) => {
    const names = header.split(/[;,]/);
    expect(guessMapping(kind, names)).toEqual(Object.fromEntries(fields.split(' ').map((name, at) => [name, at])));
  });

  test('each column goes to one field, and one that says nothing to none', () => {
    expect(guessMapping('customers', ['Navn', 'Farge', 'E-post', 'E-post 2'])).toEqual({ legalName: 0, email: 2 });
  });

  test('a field that must be there, a column chosen twice, and one that is not there are told', () => {
    expect(mappingFaults('customers', { legalName: 0, phone: 0, city: 9 }, 3)).toEqual([
      { code: 'field-missing', field: 'email' },
      { code: 'column-twice', field: 'phone', column: 0 },
      { code: 'column-unknown', field: 'city' },
    ]);
  });
});

const customer = (...cells: string[]) =>
  readRow('customers', cells, { legalName: 0, email: 1, organisationNumber: 2, phone: 3, postalCode: 4 }, TODAY);

const faults = (read: ReturnType<typeof customer>): string[] =>
  read.ok ? [] : read.faults.map(({ code, column }) => `${code} ${column}`);

describe('a customer', () => {
  test('with an organisation number is a company, without one a private person', () => {
    expect(customer('Fjordvik AS', 'POST@example.no', '974 760 673', '', '')).toMatchObject({
      values: {
        person: { kind: 'company', organisationNumber: '974760673', email: 'post@example.no' },
        language: 'nb',
      },
    });
    expect(customer('Kari Vik', 'kari@example.no', '', '99 88 77 66', '150')).toMatchObject({
      values: { person: { kind: 'private', phone: '+4799887766', postalCode: '0150' } },
    });
  });

  test('breaks the same rules that the form has, each named with its column', () => {
    expect(faults(customer('', 'kari', '123456789', '12', 'ABCD'))).toEqual([
      ...['name-missing 0', 'organisation-number-wrong 2', 'email-wrong 1', 'phone-wrong 3', 'postal-code-wrong 4'],
    ]);
  });

  test('with a card number or an identity number in any column is refused, whatever the column is used for', () => {
    const row = ['Kari Vik', 'kari@example.no', '', '', '', 'Kort 4111 1111 1111 1111', '01819000049'];
    expect(faults(customer(...row))).toEqual(['card-number 5', 'identity-number 6']);
    expect(JSON.stringify(customer(...row))).not.toMatch(/4111|01819/);
  });
});

describe('a contact person', () => {
  const contact = (...cells: string[]) =>
    readRow('contacts', cells, { company: 0, fullName: 1, position: 2, email: 3, phone: 4 }, TODAY);

  test('needs a company by its number and a name; the rest may be left out', () => {
    expect(contact('10001', 'Ola Vik', '', '', '')).toEqual({
      ok: true,
      values: { company: '10001', fullName: 'Ola Vik', position: null, email: null, phone: null },
    });
    expect(contact('Fjordvik', '', '', 'ola', '1')).toMatchObject({
      faults: [
        { code: 'company-unknown', column: 0 },
        { code: 'field-missing', column: 1 },
        { code: 'email-wrong', column: 3 },
        { code: 'phone-wrong', column: 4 },
      ],
    });
  });
});

describe('a line of an order', () => {
  const order = (...cells: string[]) =>
    readRow('orders', cells, { customer: 0, order: 1, sku: 2, quantity: 3, placedOn: 4, price: 5 }, TODAY);

  test.each(['2026-11-03', '3.11.2026', '03.11.2026 12:30', '2026-11-03T10:00:00Z'])('may say its day as %s', (day) => {
    expect(order('Kari@example.no', 'A-1', 'SKO-1', '2', day, '1 299,50')).toEqual({
      ok: true,
      values: {
        customer: 'kari@example.no',
        order: 'A-1',
        sku: 'SKO-1',
        quantity: 2,
        placedOn: '2026-11-03',
        priceOre: 129_950,
      },
    });
  });

  test('is refused with a quantity, a day or a price that cannot be', () => {
    expect(order('10001', 'A-1', 'SKO-1', '0', '31.02.2026', 'gratis')).toMatchObject({
      faults: [
        { code: 'quantity-wrong', column: 3 },
        { code: 'date-wrong', column: 4 },
        { code: 'price-wrong', column: 5 },
      ],
    });
    expect(order('10001', 'A-1', 'SKO-1', '1', '2026-11-26', '')).toMatchObject({
      faults: [{ code: 'date-in-future', column: 4 }],
    });
  });
});
