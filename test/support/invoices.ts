/** Invented invoices, before they are drawn or written. */
import type { InvoiceDocument, InvoicedLine, Seller } from '../../src/register/index.ts';

export const SELLER: Seller = {
  name: 'Diktet Sykkel AS',
  organisationNumber: '987654325',
  vatRegistered: true,
  inBusinessRegister: true,
  street: 'Diktveien 2',
  postalCode: '5003',
  city: 'Bergen',
  country: 'NO',
  email: 'post@diktet.example.no',
  phone: '+4755000000',
  website: 'https://diktet.example.no',
  accountNumber: '86011117947',
};

export const line = (lineNumber: number, more: Partial<InvoicedLine> = {}): InvoicedLine => ({
  ...{ lineNumber, description: `Vare ${lineNumber}`, quantity: 2, unitPriceOre: 10_050, vatRate: 25 },
  ...more,
});

export const invoiceDocument = (more: Partial<InvoiceDocument> = {}): InvoiceDocument => ({
  kind: 'invoice',
  number: 10_007,
  issuedOn: '2026-11-23',
  dueOn: '2026-12-07',
  currency: 'NOK',
  credits: null,
  seller: SELLER,
  buyer: {
    name: 'Čáhci Ŋiŋŋá Šuoŧŧadeapmi Ávžži AS',
    customerNumber: 10_001,
    organisationNumber: '123456785',
    address: 'Áilegasgeaidnu 4\n9730 Kárášjohka',
    reference: 'Måna Žarđ',
  },
  orderNumber: 50_001,
  delivery: { on: '2026-11-20', place: 'Vareveien 9\n9730 Kárášjohka' },
  paymentReference: '00100010000100078',
  lines: [
    line(1),
    line(2, { description: 'Brød på surdeig', quantity: 3, unitPriceOre: 4_999, vatRate: 15 }),
    line(3, { description: 'Bok', quantity: 1, unitPriceOre: 30_000, vatRate: 0 }),
  ],
  ...more,
});

export const creditNoteDocument = (): InvoiceDocument =>
  invoiceDocument({
    ...{ kind: 'credit-note', number: 10_008, paymentReference: null },
    credits: { number: 10_007, issuedOn: '2026-11-23' },
  });

/** A seller in neither register. */
export const OUTSIDE_VAT = { seller: { ...SELLER, vatRegistered: false, inBusinessRegister: false } };
