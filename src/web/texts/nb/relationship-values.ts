/** What values of the customer relationship are called in bokmål, by the qualified column. */
const CHANNELS = { web: 'Nettsidene', phone: 'Telefon', store: 'Butikk', import: 'Overført fra et eldre system' };

export const relationshipValuesNb = {
  'register.preference.source': { stated: 'Oppgitt av deg', inferred: 'Sluttet av oss' },
  'register.supplier_contact.kind': { supplier: 'Leverandør', partner: 'Samarbeidspartner' },
  'register.supplier_contact.registered_through': CHANNELS,
  'register.lead.registered_through': CHANNELS,
  'register.sales_order.payment_terms': { prepaid: 'Forskudd', invoice: 'Faktura' },
  'register.invoice.kind': { invoice: 'Faktura', 'credit-note': 'Kreditnota' },
  'register.credit_check.answer': {
    sufficient: 'Tilstrekkelig kreditt',
    insufficient: 'Ikke tilstrekkelig kreditt',
    'no-data': 'Ingen opplysninger',
  },
  'register.credit_check.outcome': { invoice: 'Faktura', prepayment: 'Forskudd' },
  'register.claim.kind': { fault: 'Reklamasjon', withdrawal: 'Angrer kjøpet' },
  'register.claim.received_through': { web: 'Nettsidene', mail: 'E-post', phone: 'Telefon', store: 'Butikk' },
  'register.claim.wants': {
    repair: 'Reparasjon',
    replacement: 'Ny vare',
    'price-reduction': 'Prisavslag',
    refund: 'Pengene tilbake',
    other: 'Noe annet',
  },
  'register.claim.status': { received: 'Mottatt', 'under-review': 'Under behandling', closed: 'Avsluttet' },
  'register.claim.outcome': {
    repaired: 'Reparert',
    replaced: 'Byttet i ny vare',
    'price-reduced': 'Prisavslag gitt',
    refunded: 'Pengene betalt tilbake',
    refused: 'Avslått',
    withdrawn: 'Trukket',
  },
  'register.dispute.status': { open: 'Åpen', settled: 'Forlikt', decided: 'Avgjort', dropped: 'Henlagt' },
  'register.lead.notice_channel': { post: 'Brev', phone: 'Telefon' },
  'register.lead.state': { new: 'Ny', contacted: 'Kontaktet', declined: 'Takket nei', converted: 'Ble kunde' },
};
