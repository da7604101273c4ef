/** What every document has around it: paper, fonts, the seller at the top and on each page's foot, who it is for. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Language } from '../../../policy/index.ts';
import { type Buyer, registrationOf, type Seller } from './document.ts';
import { tagged, taggedTable, type Written } from './tags.ts';
import { wordsIn } from './words.ts';

export interface PageOf {
  readonly title: string;
  /** `YYYY-MM-DD`: the date of the document, so that the same one gives the same bytes. */
  readonly date: string;
  readonly language: Language;
  readonly seller: Seller;
  readonly content: readonly Content[];
}

const QUIET = '#4a4a4a';
/** Points. */
const MARGIN = 48;

export function pageOf({ title, date, language, seller, content }: PageOf): TDocumentDefinitions {
  const words = wordsIn(language);
  const said = [registrationOf(seller), seller.email, seller.phone, seller.website].join('  ·  ');
  return {
    info: { title, author: seller.name, creationDate: new Date(`${date}T12:00:00Z`) },
    language: language === 'nb' ? 'nb-NO' : 'en-GB',
    displayTitle: true,
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN + 16],
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.2 },
    footer: (current, count) => ({
      margin: [MARGIN, 12, MARGIN, 0],
      fontSize: 7.5,
      color: QUIET,
      columns: [
        tagged(`${seller.name}  ·  ${words.organisationNumber} ${said}`, 'decoration', { width: '*' }),
        tagged(words.page(current, count), 'decoration', { width: 'auto', alignment: 'right' }),
      ],
    }),
    content: [...content],
  };
}

/** The title beside who sells. */
export function heading(title: string, seller: Seller, language: Language): Content {
  const place = `${seller.postalCode} ${seller.city}`;
  return {
    columns: [
      tagged(title, 'H1', { width: '*', fontSize: 24, bold: true, lineHeight: 1.1 }),
      {
        width: 200,
        stack: [
          { text: seller.name, bold: true, fontSize: 12 },
          seller.street,
          place,
          { text: `${wordsIn(language).organisationNumber} ${registrationOf(seller)}`, color: QUIET },
        ],
      },
    ],
    margin: [0, 0, 0, 24],
  };
}

export type Fact = readonly [label: string, value: string];

/** Who it is for, and beside it the facts that both sides speak of it by. */
export function parties(buyer: Buyer, facts: readonly Fact[], language: Language): Content {
  const words = wordsIn(language);
  const number = buyer.organisationNumber?.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: words.buyer, color: QUIET, fontSize: 8 },
          { text: buyer.name, bold: true },
          ...(buyer.address ?? '').split('\n').filter((line) => line !== ''),
          ...(number === undefined ? [] : [`${words.organisationNumber} ${number}`]),
        ],
      },
      { width: 230, table: factTable(facts), layout: 'noBorders' },
    ],
    margin: [0, 0, 0, 24],
  };
}

const factTable = (facts: readonly Fact[]) => ({
  widths: ['auto', '*'],
  body: taggedTable(
    facts.map(([label, value]): Written[] => [
      { text: label, color: QUIET },
      { text: value, alignment: 'right' },
    ]),
    { columns: false, rows: true },
  ),
});

/** How to pay, in a frame that is never broken over two pages. */
export function payment(title: string, facts: readonly Fact[]): Content {
  return {
    margin: [0, 24, 0, 0],
    table: {
      dontBreakRows: true,
      widths: ['*'],
      body: [
        [
          {
            margin: [10, 8, 10, 8],
            stack: [
              tagged(title, 'H2', { bold: true, fontSize: 11, margin: [0, 0, 0, 4] }),
              {
                columns: facts.map(([label, value]) => ({
                  width: 'auto',
                  margin: [0, 0, 22, 0],
                  stack: [
                    { text: label, color: QUIET, fontSize: 8 },
                    { text: value, bold: true, fontSize: 11 },
                  ],
                })),
              },
            ],
          },
        ],
      ],
    },
    layout: { hLineColor: () => QUIET, vLineColor: () => QUIET, hLineWidth: () => 0.75, vLineWidth: () => 0.75 },
  };
}
