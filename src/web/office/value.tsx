/** A value of the register as staff read it: in plain words, in their locale, with a way to call or write. */
import type { FC } from 'hono/jsx';
import { countryInWords, dateInWords, organisationNumberInWords, phoneInWords } from '../../notice/index.ts';
import type { Column, Language, Policy } from '../../policy/index.ts';
import type { Frame } from '../frame.ts';
import { amountInWords } from '../texts/index.ts';
import { officeTextsIn } from '../texts/office.ts';

interface ValueProps {
  readonly frame: Frame;
  readonly column: Column | undefined;
  readonly value: unknown;
  /** Names of products by id. */
  readonly products?: ReadonlyMap<string, { readonly nb: string; readonly en: string }>;
  /** Without links. */
  readonly plain?: boolean;
}

export const columnOf = ({ policy }: Frame, table: string, column: string): Column | undefined =>
  policy.tables[table]?.columns[column];

export const Value: FC<ValueProps> = ({ frame, column, value, products, plain }) => {
  const texts = officeTextsIn(frame.language);
  if (value === null || value === undefined || value === '') return <span class="hint">{texts.notGiven}</span>;
  const words = inWords(frame, column?.name ?? '', value, products);
  if (plain !== true && typeof value === 'string') {
    const scheme = column?.category === 'phone-number' ? 'tel' : column?.category === 'email-address' ? 'mailto' : null;
    if (scheme !== null) {
      return (
        <a class="ds-link" href={`${scheme}:${value}`}>
          {words}
        </a>
      );
    }
  }
  return <>{words}</>;
};

function inWords(frame: Frame, column: string, value: unknown, products: ValueProps['products']): string {
  const { policy, language } = frame;
  const texts = officeTextsIn(language);
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (value instanceof Date) return timeInWords(value, policy, language);
  if (typeof value === 'number') return numberInWords(column, value, language);
  if (Array.isArray(value)) return value.map((one) => inWords(frame, column, one, products)).join(', ');
  return typeof value === 'string' ? textInWords(frame, column, value, products) : String(value);
}

function textInWords(frame: Frame, column: string, value: string, products: ValueProps['products']): string {
  const { policy, language } = frame;
  const texts = officeTextsIn(language);
  if (/phone$/.test(column)) return phoneInWords(value);
  if (column === 'organisation_number') return organisationNumberInWords(value);
  if (column === 'country') return countryInWords(value, language);
  if (column === 'purpose') return policy.purposes[value]?.label[language] ?? value;
  if (column === 'product_id') return products?.get(value)?.[language] ?? value.slice(0, 8);
  if (/language$/.test(column)) return value === 'nb' || value === 'en' ? texts.languages[value] : value;
  if (/_(hash|digest)$/.test(column)) return `${value.slice(0, 12)}…`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateInWords(value, language);
  return (WORDED.has(column) && Object.hasOwn(texts.valueWords, value) ? texts.valueWords[value] : null) ?? value;
}

/** Columns that hold one of a few words; a text somebody wrote is shown as it is, also when it is such a word. */
const WORDED = new Set([
  ...['kind', 'status', 'registered_through', 'placed_through', 'channel', 'direction', 'method'],
  ...['withdrawn_method', 'ground', 'payment_terms', 'answer', 'outcome', 'wants', 'state', 'received_through'],
  ...['source', 'completed_through'],
]);

function numberInWords(column: string, value: number, language: Language): string {
  if (column.endsWith('_ore')) return amountInWords(value, language);
  return column === 'vat_rate' ? `${value} %` : String(value);
}

/** A moment as the clock on the company's wall had it. */
export function timeInWords(at: Date, { controller }: Policy, language: Language): string {
  const locale = language === 'nb' ? 'nb-NO' : 'en-GB';
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: controller.timeZone } as const;
  return new Intl.DateTimeFormat(locale, style).format(at);
}
