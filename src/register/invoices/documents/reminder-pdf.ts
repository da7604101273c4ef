/** A reminder of an invoice that is not paid, or the written warning before collection (inkassoloven § 9), as PDF. */
import type { Content } from 'pdfmake/interfaces.js';
import type { Language } from '../../../policy/index.ts';
import { accountNumberInWords } from '../../payouts/account-number.ts';
import { shortDay } from '../../short-day.ts';
import type { ReminderDocument } from './document.ts';
import { draw } from './draw.ts';
import { heading, pageOf, parties, payment } from './page.ts';
import { taggedTable, type Written } from './tags.ts';
import { kroner, wordsIn } from './words.ts';

/** What is still to be paid, with the fee. */
export const stillToPay = ({ totalOre, settledOre, feeOre }: ReminderDocument): number =>
  totalOre - settledOre + feeOre;

export function reminderPdf(document: ReminderDocument, language: Language): Promise<Buffer> {
  const words = wordsIn(language);
  const { level, sentOn, dueOn, seller, buyer, invoice, paymentReference } = document;
  const title = `${words.reminders[level]}: ${words.invoice.toLowerCase()} ${invoice.number}`;
  const content = [
    heading(title, seller, language),
    parties(
      buyer,
      [
        [words.issuedOn, shortDay(sentOn, language)],
        [words.invoiceNumber, String(invoice.number)],
        [words.invoiceIssuedOn, shortDay(invoice.issuedOn, language)],
        [words.customerNumber, String(buyer.customerNumber)],
      ],
      language,
    ),
    { text: words.reminderTexts[level](invoice.number, shortDay(invoice.dueOn, language)), margin: [0, 0, 0, 16] },
    sumsOf(document, language),
    payment(words.payment, [
      [words.toPay, kroner(stillToPay(document), language)],
      [words.dueOn, shortDay(dueOn, language)],
      [words.accountNumber, accountNumberInWords(seller.accountNumber)],
      [words.paymentReference, paymentReference],
    ]),
  ] satisfies Content[];
  return draw(pageOf({ title: `${title}, ${seller.name}`, date: sentOn, language, seller, content }));
}

function sumsOf(document: ReminderDocument, language: Language): Content {
  const words = wordsIn(language);
  const { totalOre, settledOre, feeOre } = document;
  const rows: readonly (readonly [string, number])[] = [
    [words.originalAmount, totalOre],
    ...(settledOre === 0 ? [] : [[words.settled, -settledOre] as const]),
    ...(feeOre === 0 ? [] : [[words.fee, feeOre] as const]),
  ];
  const cells = rows.map(([label, ore]): Written[] => [label, { text: kroner(ore, language), alignment: 'right' }]);
  const total: Written[] = [
    { text: words.toPay, bold: true },
    { text: kroner(stillToPay(document), language), bold: true, alignment: 'right' },
  ];
  const body = taggedTable([...cells, total], { columns: false, rows: true });
  return { table: { widths: ['*', 90], body }, layout: 'lightHorizontalLines' };
}
