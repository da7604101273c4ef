/** A policy over some of the register's real tables: what enforcement tests compile, apply and then break. */
import { checkPolicy, type Policy, type PolicyFiles } from '../../src/policy/index.ts';
import { SMALL_POLICY } from '../policy/small-policy.ts';

const none = (names: string): string =>
  names
    .split(' ')
    .map((name) => `      ${name}: { category: none, from: system }\n`)
    .join('');

/** A name that ends in a question mark is a column that one can search by. */
const held = (category: string, names: string): string =>
  names
    .split(' ')
    .map((written) => [written.replace('?', ''), written.endsWith('?') ? ', search: all' : ''])
    .map(
      ([name, more]) => `      ${name}: { category: ${category}, nb: ${name}, en: ${name}, mandatory: true${more} }\n`,
    )
    .join('');

const data = `categories:
  identity: { nb: Navn, en: Name }
  contact-details: { nb: Kontaktopplysninger, en: Contact details }
  purchases: { nb: Kjøp, en: Purchases }
  correspondence: { nb: Meldinger, en: Messages }
  looks: { nb: Innsyn, en: Looks }
data_subjects:
  customer: { nb: Kunde, en: Customer, table: customer, key: customer_id }
  contact: { nb: Kontakt, en: Contact, table: contact_person, key: contact_person_id }
tables:
  customer:
    nb: Kunder
    en: Customers
    belongs_to: { self: customer_id }
    key: [customer_id]
    columns:
${none('customer_id kind registered_at registered_through notice_version preferred_language country account_id protected_address email_verified_at')}${held('identity', 'customer_number legal_name organisation_number')}${held('contact-details', 'email phone street_address postal_code city')}  contact_person:
    nb: Kontaktpersoner
    en: Contact people
    belongs_to: { self: contact_person_id }
    key: [customer_id, contact_person_id]
    columns:
${none('customer_id contact_person_id registered_at registered_through notice_version email_verified_at')}${held('identity', 'full_name position')}${held('contact-details', 'email phone')}  product:
    nb: Varer
    en: Products
    belongs_to: { nobody: { nb: Katalog., en: Catalogue. } }
    key: [product_id]
    columns:
${none('product_id sku kind name_nb name_en description_nb description_en price_ore vat_rate durability in_catalogue supplier_id shared_fields')}  sales_order:
    nb: Bestillinger
    en: Orders
    belongs_to: { column: customer_id, of: customer }
    key: [customer_id, order_id]
    columns:
${none('customer_id order_id placed_through notice_version status payment_terms buyer_reference ordered_by confirmed_at cancelled_at withdrawn_at cancel_reason to_invoice_since imported_reference')}${held('purchases', 'order_number placed_at net_ore vat_ore')}${held('contact-details', 'deliver_to_name? deliver_to_street deliver_to_postal_code deliver_to_city')}  order_line:
    nb: Ordrelinjer
    en: Order lines
    belongs_to: { path: ["order_id -> sales_order.order_id", "customer_id -> customer.customer_id"] }
    key: [customer_id, order_id, line_number]
    columns:
${none('customer_id order_id line_number product_id')}${held('purchases', 'quantity unit_price_ore vat_rate')}  message:
    nb: Meldinger
    en: Messages
    belongs_to: { column: customer_id, of: customer }
    key: [customer_id, message_id]
    columns:
${none('customer_id message_id direction channel extends_relationship purpose template with_contact in_reply_to external_id answered_at handled_by extension_reason extension_by extension_at attachments')}${held('correspondence', 'at subject_line body')}  kept.access_log:
    nb: Innsynslogg
    en: Access log
    belongs_to: { listed: data_subjects }
    gate: { none: { nb: Loggen gjelder uansett., en: The log stands whatever happens. } }
    key: [at, entry_id]
    columns:
${none('entry_id shape_id')}${held('looks', 'at principal_kind principal_id data_subjects')}  kept.access_shape:
    nb: Hva som ble sett på
    en: What was looked at
    belongs_to: { nobody: { nb: Ordbok., en: A dictionary. } }
    key: [shape_id]
    columns:
${none('shape_id purpose action tables categories role_name')}`;

const purposes = `roles:
  sales: { nb: Salg, en: Sales }
  marketing: { nb: Markedsføring, en: Marketing }
  support: { nb: Kundeservice, en: Support }
purposes:
  customer-administration:
    nb: Administrere kundeforhold
    en: Administer customers
    description: { nb: Holde orden., en: Keep order. }
    basis: contract
    about: [customer, contact]
    uses: [identity, contact-details, purchases]
    records: [identity, contact-details]
    roles: [sales]
  ordering:
    nb: Bestilling
    en: Ordering
    description: { nb: Ta imot bestillinger., en: Take orders. }
    basis: contract
    about: [customer]
    uses: [identity, purchases]
    records: [identity, contact-details, purchases]
    open_to: [visitor, data-subject]
  support:
    nb: Kundeservice
    en: Support
    description: { nb: Svare., en: Answer. }
    basis: legitimate-interest
    balancing: { interest: { nb: A, en: A }, necessity: { nb: A, en: A }, outcome: { nb: A, en: A }, assessed_on: 2026-10-01 }
    about: [customer]
    uses: [identity, correspondence]
    records: [correspondence]
    removes_from: [message]
    roles: [support]
  marketing:
    nb: Markedsføring
    en: Marketing
    description: { nb: Tilbud., en: Offers. }
    basis: consent
    about: [customer]
    uses: [identity, contact-details]
    roles: [marketing]
    direct_marketing: true
    consent_text: { nb: Ja takk., en: Yes please. }
  accounting:
    nb: Regnskap
    en: Accounting
    description: { nb: Bokføring., en: Bookkeeping. }
    basis: legal-obligation
    law: bokføringsloven § 13
    about: [customer]
    uses: [identity, purchases]
    despite_restriction: true
    open_to: [system]
  self-service:
    nb: Min side
    en: My page
    description: { nb: Innsyn., en: Access. }
    basis: legal-obligation
    law: Art. 15 GDPR
    about: [customer]
    uses: [identity, contact-details, purchases, correspondence, looks]
    records: [contact-details]
    open_to: [data-subject]
    own_rows_only: true
    despite_restriction: true
  catalogue:
    nb: Varekatalog
    en: Catalogue
    description: { nb: Varer., en: Products. }
    basis: contract
    about: [customer]
    maintains: [product]
    tables: [product, kept.access_shape]
    roles: [sales]
`;

const retention = `rules:
  relationship:
    nb: Kundeforholdet
    en: The relationship
    keep: [customer, contact_person, message]
    for: P3Y
    after: { latest: [customer.registered_at, sales_order.placed_at, { column: message.at, where: extends_relationship }] }
    because: customer-administration
  books:
    nb: Regnskapsmateriale
    en: Accounting documents
    keep: [sales_order, order_line]
    for: P5Y
    after: { end_of_year: sales_order.placed_at }
    because: { law: { cite: bokføringsloven § 13 } }
  looks:
    nb: Innsynsloggen
    en: The access log
    keep: [kept.access_log]
    for: P1Y
    after: kept.access_log.at
    because: self-service
`;

const recipients = 'recipients: {}\n';

export const TRADE_FILES: PolicyFiles = {
  ...SMALL_POLICY,
  'data.yaml': data,
  'purposes.yaml': purposes,
  'retention.yaml': retention,
  'recipients.yaml': recipients,
};

/** The files compiled; a change is a text of one file replaced by another. */
export function tradePolicy(change?: readonly [file: string, from: string, to: string]): {
  readonly policy: Policy;
  readonly files: PolicyFiles;
} {
  let files = TRADE_FILES;
  if (change !== undefined) {
    const [file, from, to] = change;
    if (!files[file]?.includes(from)) throw new Error(`${file} has no ${from}`);
    files = { ...files, [file]: (files[file] ?? '').replace(from, to) };
  }
  const { policy, diagnostics } = checkPolicy(files, { knownControls: ['purpose-required'] });
  if (policy === null)
    throw new Error(diagnostics.map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`).join('\n'));
  return { policy, files };
}
