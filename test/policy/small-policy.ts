/** A small policy folder that is in order: the ground that tests change one thing of. */
import type { PolicyFiles } from '../../src/policy/index.ts';

const controller = `name: Prøve AS
organisation_number: "123456785"
address: { street: Prøveveien 1, postal_code: "7030", city: Trondheim, country: "NO" }
email: post@example.no
phone: "+4772606060"
website: https://example.no/
privacy_contact: { label: { nb: Personvern, en: Privacy }, email: personvern@example.no, phone: "+4772606060" }
data_protection_officer: { appointed: false, because: { nb: Ikke pålagt., en: Not required. } }
supervisory_authority:
  name: Datatilsynet
  address: Postboks 458 Sentrum, 0105 Oslo
  website: https://www.datatilsynet.no/
  complaint_url: https://www.datatilsynet.no/om-datatilsynet/kontakt-oss/klage-til-datatilsynet/
languages: [nb, en]
time_zone: Europe/Oslo
financial_year_ends: 12-31
minimum_age: 15
version:
  number: "1"
  place: Trondheim
  date: 2026-11-02
  approver: Kari Eksempel
  effective_from: 2026-11-02
  changes: { nb: Første., en: First. }
`;

const data = `categories:
  identity: { nb: Navn, en: Name }
  contact-details: { nb: Kontaktopplysninger, en: Contact details, dpv: "pd:Contact" }
  purchases: { nb: Kjøp, en: Purchases }
data_subjects:
  customer: { nb: Kunde, en: Customer, table: customer, key: customer_id, where: kind = 'private' }
tables:
  customer:
    nb: Kunder
    en: Customers
    belongs_to: { self: customer_id }
    key: [customer_id]
    columns:
      customer_id: { category: none, from: system }
      kind: { category: none, from: system }
      legal_name: { category: identity, nb: Navn, en: Name, mandatory: true }
      email: { category: contact-details, nb: E-post, en: E-mail, mandatory: true }
      registered_at: { category: none, from: system }
  sales_order:
    nb: Bestillinger
    en: Orders
    belongs_to: { column: customer_id, of: customer }
    key: [customer_id, order_id]
    columns:
      customer_id: { category: none, from: system }
      order_id: { category: none, from: system }
      placed_at: { category: purchases, nb: Bestilt, en: Ordered, from: observed }
      delivered_at: { category: purchases, nb: Levert, en: Delivered, from: observed }
  product:
    nb: Varer
    en: Products
    belongs_to: { nobody: { nb: En katalog., en: A catalogue. } }
    key: [product_id]
    columns:
      product_id: { category: none }
      title: { category: none }
`;

const purposes = `roles:
  sales: { nb: Salg, en: Sales }
  marketing: { nb: Markedsføring, en: Marketing }
purposes:
  customer-administration:
    nb: Administrere kundeforhold
    en: Administer customers
    description: { nb: Holde orden., en: Keep order. }
    basis: contract
    about: [customer]
    uses: [identity, contact-details, purchases]
    records: [identity, contact-details]
    roles: [sales]
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
  self-service:
    nb: Min side
    en: My page
    description: { nb: Innsyn., en: Access. }
    basis: legal-obligation
    law: { cite: Art. 15 GDPR }
    about: [customer]
    uses: [identity, contact-details, purchases]
    records: [contact-details]
    open_to: [data-subject]
    own_rows_only: true
`;

const retention = `rules:
  relationship:
    nb: Kundeforholdet
    en: The relationship
    keep: [customer]
    for: P3Y
    after: { latest: [sales_order.delivered_at, customer.registered_at] }
    because: customer-administration
  books:
    nb: Regnskapsmateriale
    en: Accounting documents
    keep: [sales_order]
    for: P5Y
    after: { end_of_year: { column: sales_order.placed_at, where: delivered_at is not null } }
    because: { law: { cite: bokføringsloven § 13 } }
`;

const recipients = `recipients:
  hosting:
    label: Example Hosting
    kind: processor
    type: storage
    service: { nb: Drift, en: Hosting }
    purposes: [customer-administration]
    categories: [identity, contact-details, purchases]
    countries: ["NO"]
    agreement: { reference: DPA-1, signed_on: 2026-01-15, review_by: 2027-01-15 }
`;

const cookies = `storage:
  session:
    kind: cookie
    class: necessary
    party: first
    provider: Prøve AS
    does: { nb: Husker innloggingen., en: Remembers the sign-in. }
    lifetime: session
    necessary_because: { nb: Ellers må man logge inn på hver side., en: Else one would sign in on every page. }
browser_help:
  - { browser: Firefox, url: { nb: "https://support.mozilla.org/nb/", en: "https://support.mozilla.org/en-US/" } }
`;

const security = `measures:
  - { name: row-security, kind: technical, nb: Radsikkerhet, en: Row security, checked_on: 2026-10-01, check_again: P1Y }
  - { name: premises, kind: physical, nb: Låst dør, en: Locked door, checked_on: 2026-10-01, check_again: P1Y }
  - { name: training, kind: organisational, nb: Opplæring, en: Training, checked_on: 2026-10-01, check_again: P1Y }
risk_assessment: { done_on: 2026-10-01, every: P1Y, summary: { nb: Gjort., en: Done. } }
legal_review: { done_on: 2026-10-01, every: P1Y, owner: Kari Eksempel }
verification:
  - { name: session, nb: Innlogget, en: Signed in }
data_locations:
  - { nb: Norge, en: Norway, country: "NO" }
staff_two_factor: required
session_lifetime: PT8H
promises:
  P1: { nb: Vi passer på., en: We take care., controls: [purpose-required] }
  P2: { nb: Vi sletter., en: We delete., controls: [erasure-complete] }
controls_not_built: [erasure-complete]
`;

export const KNOWN_CONTROLS = ['purpose-required', 'grants-match-policy'];

export const SMALL_POLICY: PolicyFiles = {
  'controller.yaml': controller,
  'data.yaml': data,
  'purposes.yaml': purposes,
  'retention.yaml': retention,
  'recipients.yaml': recipients,
  'cookies.yaml': cookies,
  'security.yaml': security,
};

/**
 * The small policy with one text replaced.
 * @throws Error when the text is not there: a test that changes nothing shows nothing.
 */
export function changed(file: string, from: string, to: string): PolicyFiles {
  const text = SMALL_POLICY[file];
  if (!text?.includes(from)) throw new Error(`${file} has no ${from}`);
  return { ...SMALL_POLICY, [file]: text.replace(from, to) };
}
