/** An invoice or a credit note as PDF: what bokføringsforskriften § 5-1-1 wants, and how to pay. */
import type { Content } from 'pdfmake/interfaces.js';
import type { Language } from '../../../policy/index.ts';
import { accountNumberInWords } from '../../payouts/account-number.ts';
import { shortDay } from '../../short-day.ts';
import { type InvoiceDocument, netOf, sellerIban, type Totals, totalsOf } from './document.ts';
import { draw } from './draw.ts';
import { type Fact, heading, pageOf, parties, payment } from './page.ts';
import { taggedTable, type Written } from './tags.ts';
import { kroner, wordsIn } from './words.ts';

export function invoicePdf(document: InvoiceDocument, language: Language): Promise<Buffer> {
  const words = wordsIn(language);
  const { kind, number, seller, issuedOn } = document;
  const title = `${kind === 'invoice' ? words.invoice : words.creditNote} ${number}`;
  const totals = totalsOf(document.lines);
  const content = [
    heading(title, seller, language),
    ...credited(document, language),
    parties(document.buyer, factsOf(document, language), language),
    lineTable(document, language),
    sums(document, totals, language),
    kind === 'invoice' ? toPay(document, totals, language) : { text: words.notForPayment, margin: [0, 24, 0, 0] },
  ] satisfies Content[];
  return draw(pageOf({ title: `${title}, ${seller.name}`, date: issuedOn, language, seller, content }));
}

function credited({ credits }: InvoiceDocument, language: Language): Content[] {
  if (credits === null) return [];
  const text = wordsIn(language).credits(credits.number, shortDay(credits.issuedOn, language));
  return [{ text, bold: true, margin: [0, -12, 0, 16] }];
}

function factsOf(document: InvoiceDocument, language: Language): readonly Fact[] {
  const words = wordsIn(language);
  const { kind, number, issuedOn, dueOn, buyer, orderNumber, delivery } = document;
  const facts: readonly (readonly [string, string | null])[] = [
    [kind === 'invoice' ? words.invoiceNumber : words.creditNoteNumber, String(number)],
    [kind === 'invoice' ? words.invoiceIssuedOn : words.issuedOn, shortDay(issuedOn, language)],
    [words.dueOn, kind === 'invoice' ? shortDay(dueOn, language) : null],
    [words.customerNumber, String(buyer.customerNumber)],
    [words.orderNumber, orderNumber === null ? null : String(orderNumber)],
    [words.buyerReference, buyer.reference],
    [words.deliveredOn, delivery.on === null ? null : shortDay(delivery.on, language)],
    [words.deliveryPlace, delivery.place?.replaceAll('\n', ', ') ?? null],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

const right = (text: string): Written => ({ text, alignment: 'right' });
const head = (text: string): Written => ({ text, bold: true });
const rightHead = (text: string): Written => ({ text, bold: true, alignment: 'right' });

/** The heads of the columns come again on every page; no line is broken over two. Who charges no VAT names none. */
function lineTable({ lines, seller }: InvoiceDocument, language: Language): Content {
  const words = wordsIn(language);
  const withVat = seller.vatRegistered;
  const heads = [
    head(words.description),
    rightHead(words.quantity),
    rightHead(words.unitPrice),
    ...(withVat ? [rightHead(words.vat)] : []),
    rightHead(withVat ? words.amount : words.plainAmount),
  ];
  const rows = lines.map((line) => [
    line.description,
    right(String(line.quantity)),
    right(kroner(line.unitPriceOre, language)),
    ...(withVat ? [right(`${line.vatRate}\u00a0%`)] : []),
    right(kroner(netOf(line), language)),
  ]);
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: ['*', 40, 64, ...(withVat ? [36] : []), 84],
      body: taggedTable([heads, ...rows], { columns: true, rows: false }),
    },
    layout: 'lightHorizontalLines',
  };
}

/** VAT of each rate with what it is counted of, and the sum in kroner. */
function sums({ kind, currency, seller }: InvoiceDocument, totals: Totals, language: Language): Content {
  const words = wordsIn(language);
  const rates = totals.byRate.map(({ vatRate, netOre, vatOre }) => [
    words.vatRate(vatRate),
    right(`${words.vatBasis} ${kroner(netOre, language)}`),
    right(kroner(vatOre, language)),
  ]);
  const withVat = [[words.net, '', right(kroner(totals.netOre, language))], ...rates];
  const last = kind === 'invoice' ? words.toPay : words.credited;
  const total = [head(`${last} (${currency})`), '', rightHead(kroner(totals.totalOre, language))];
  const table = {
    width: 300,
    table: {
      dontBreakRows: true,
      keepWithHeaderRows: 99,
      headerRows: 1,
      widths: ['*', 'auto', 84],
      body: taggedTable([...(seller.vatRegistered ? withVat : []), total], { columns: false, rows: true }),
    },
    layout: 'noBorders',
  };
  const why = seller.vatRegistered ? '' : words.outsideVat;
  return { margin: [0, 14, 0, 0], columnGap: 20, columns: [{ width: '*', text: why }, table] };
}

function toPay({ seller, dueOn, paymentReference }: InvoiceDocument, totals: Totals, language: Language): Content {
  const words = wordsIn(language);
  return payment(words.payment, [
    [words.toPay, kroner(totals.totalOre, language)],
    [words.dueOn, shortDay(dueOn, language)],
    [words.accountNumber, accountNumberInWords(seller.accountNumber)],
    ...(paymentReference === null ? [] : [[words.paymentReference, paymentReference] as const]),
    ...(language === 'en' ? [[words.iban, sellerIban(seller)] as const] : []),
  ]);
}
