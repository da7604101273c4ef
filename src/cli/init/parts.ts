/**
 * The parts of the customer system that a company may use or do without, and what in the packaged policy is there for
 * each of them. What no part names is there for everyone. What several parts name stays as long as one of them is used.
 */
import type { LocalizedText } from '../../policy/index.ts';

export interface Part extends LocalizedText {
  /** Parts that it makes no sense without; they come along. */
  readonly needs?: readonly string[];
  readonly purposes?: readonly string[];
  /** As data.yaml has them. */
  readonly tables?: readonly string[];
  readonly dataSubjects?: readonly string[];
  /** Categories that no table holds, where the purposes alone do not say whose they are. */
  readonly categories?: readonly string[];
}

export const PARTS: Readonly<Record<string, Part>> = {
  'private-customers': { nb: 'Privatkunder', en: 'Private customers', dataSubjects: ['private-customer'] },
  'company-customers': {
    nb: 'Bedriftskunder med kontaktpersoner',
    en: 'Company customers with contact persons',
    dataSubjects: ['company-customer', 'contact-person'],
    tables: ['contact_person'],
  },
  orders: {
    nb: 'Registrering og bestilling på nettet',
    en: 'Registering and ordering on the web',
    purposes: ['ordering', 'accounting'],
    tables: ['sales_order', 'order_line'],
    categories: ['payment-terms'],
  },
  deliveries: {
    nb: 'Leveranser av varer',
    en: 'Deliveries of goods',
    purposes: ['delivery', 'accounting'],
    tables: ['delivery', 'delivery_line', 'protected_address'],
  },
  invoices: {
    nb: 'Fakturaer og betalinger',
    en: 'Invoices and payments',
    purposes: ['invoicing', 'accounting'],
    tables: [
      'invoice',
      'invoice_line',
      'invoice_series',
      'reminder',
      'payment',
      'payment_file',
      'payment_entry',
      'payout',
    ],
  },
  messages: {
    nb: 'Henvendelser fra kunder, og svar',
    en: 'Messages from customers, and answers',
    purposes: ['customer-communication', 'enquiries'],
    tables: ['message', 'note', 'unsorted_message', 'stuck_mail'],
  },
  claims: {
    nb: 'Reklamasjoner',
    en: 'Claims about what was bought',
    needs: ['messages'],
    purposes: ['claims'],
    tables: ['claim', 'claim_entry'],
  },
  disputes: {
    nb: 'Tvister og rettskrav',
    en: 'Disputes and legal claims',
    purposes: ['disputes'],
    tables: ['dispute', 'dispute_entry'],
  },
  'credit-checks': {
    nb: 'Kredittvurdering',
    en: 'Credit checks',
    needs: ['orders'],
    purposes: ['credit-check'],
    tables: ['credit_check'],
  },
  'add-on-services': {
    nb: 'Tilleggstjenester fra andre leverandører',
    en: 'Add-on services of other suppliers',
    needs: ['orders'],
    purposes: ['add-on-services'],
    tables: ['add_on'],
  },
  surveys: {
    nb: 'Spørre kunder om de er fornøyd',
    en: 'Asking customers whether they are satisfied',
    needs: ['private-customers'],
    purposes: ['satisfaction-surveys'],
    tables: ['survey', 'survey_invitation', 'survey_answer'],
  },
  'usage-data': {
    nb: 'Se på bruk for å gjøre produkter bedre',
    en: 'Looking at use in order to improve products',
    purposes: ['product-improvement'],
    tables: ['usage_event'],
  },
  statistics: { nb: 'Statistikk over salg', en: 'Statistics of sales', needs: ['orders'], purposes: ['statistics'] },
  marketing: {
    nb: 'Tilbud og nyheter til den som har sagt ja',
    en: 'Offers and news to those who said yes',
    purposes: ['marketing'],
    tables: ['offer', 'campaign', 'campaign_recipient'],
  },
  'marketing-profiling': {
    nb: 'Tilbud tilpasset det kunden har kjøpt',
    en: 'Offers adapted to what the customer bought',
    needs: ['marketing', 'orders', 'private-customers'],
    purposes: ['marketing-profiling'],
    tables: ['purchase_pattern'],
  },
  leads: {
    nb: 'Lister over mulige kunder',
    en: 'Lists of potential customers',
    purposes: ['leads'],
    tables: ['lead_list', 'lead', 'suppression'],
    dataSubjects: ['lead'],
  },
  partners: {
    nb: 'Kontaktpersoner hos leverandører og samarbeidspartnere',
    en: 'Contacts at suppliers and partners',
    purposes: ['supplier-administration'],
    tables: ['supplier_contact'],
    dataSubjects: ['supplier-contact', 'partner-contact'],
  },
};

/** What most companies that sell something have. */
export const USUAL_PARTS: readonly string[] = [
  ...['private-customers', 'company-customers', 'orders', 'deliveries', 'invoices', 'messages', 'claims', 'partners'],
];

/** The chosen parts and those that they need, in the order of the list. */
export function withNeeds(chosen: readonly string[]): readonly string[] {
  const all = new Set<string>();
  const add = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    for (const needed of PARTS[name]?.needs ?? []) add(needed);
  };
  for (const name of chosen) add(name);
  return Object.keys(PARTS).filter((name) => all.has(name));
}

export type Named = 'purposes' | 'tables' | 'dataSubjects' | 'categories';

/** The names that only parts have which are not chosen: what the written policy does without. */
export function namesOfOthers(chosen: readonly string[], what: Named): ReadonlySet<string> {
  const names = (keep: (part: string) => boolean): string[] =>
    Object.entries(PARTS).flatMap(([name, part]) => (keep(name) ? (part[what] ?? []) : []));
  const used = new Set(names((name) => chosen.includes(name)));
  return new Set(names((name) => !chosen.includes(name)).filter((name) => !used.has(name)));
}
