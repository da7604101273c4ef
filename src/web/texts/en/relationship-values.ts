/** What values of the customer relationship are called in English, by the qualified column. */
const CHANNELS = { web: 'The web site', phone: 'Telephone', store: 'Shop', import: 'Moved from an older system' };

export const relationshipValuesEn = {
  'register.preference.source': { stated: 'Stated by you', inferred: 'Inferred by us' },
  'register.supplier_contact.kind': { supplier: 'Supplier', partner: 'Partner' },
  'register.supplier_contact.registered_through': CHANNELS,
  'register.lead.registered_through': CHANNELS,
  'register.sales_order.payment_terms': { prepaid: 'In advance', invoice: 'On invoice' },
  'register.invoice.kind': { invoice: 'Invoice', 'credit-note': 'Credit note' },
  'register.credit_check.answer': {
    sufficient: 'Sufficient credit',
    insufficient: 'Insufficient credit',
    'no-data': 'No data',
  },
  'register.credit_check.outcome': { invoice: 'On invoice', prepayment: 'In advance' },
  'register.claim.kind': { fault: 'Claim', withdrawal: 'Withdrawal from the purchase' },
  'register.claim.received_through': { web: 'The web site', mail: 'E-mail', phone: 'Telephone', store: 'Shop' },
  'register.claim.wants': {
    repair: 'Repair',
    replacement: 'A new one',
    'price-reduction': 'A lower price',
    refund: 'Money back',
    other: 'Something else',
  },
  'register.claim.status': { received: 'Received', 'under-review': 'Under review', closed: 'Closed' },
  'register.claim.outcome': {
    repaired: 'Repaired',
    replaced: 'Replaced',
    'price-reduced': 'Price reduced',
    refunded: 'Refunded',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
  },
  'register.dispute.status': { open: 'Open', settled: 'Settled', decided: 'Decided', dropped: 'Dropped' },
  'register.lead.notice_channel': { post: 'Letter', phone: 'Telephone' },
  'register.lead.state': { new: 'New', contacted: 'Contacted', declined: 'Declined', converted: 'Became a customer' },
};
