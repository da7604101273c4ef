/** What somebody does with account numbers and payouts, and the control that must notice it. */
import type { Breach } from './breach.ts';
import { PRIVATE, ROW, STAFF, STRAY } from './easy-step.ts';

const PAYOUT = `insert into register.payout (customer_id, payout_id, amount_ore, reason, requested_at, requested_by, account_sealed, account_last_four`;
const PAID_BACK = `('${PRIVATE}', '${ROW}', 5000, 'Tilbake', '2026-05-01', '${STAFF}'`;
const NO_PAYOUT = `delete from register.payout where payout_id = '${ROW}'`;

export const BREACHES_IN_PAYOUTS: readonly Breach[] = [
  {
    control: 'payout-accounts-only-for-payouts',
    when: 'an account number is written down in the clear',
    plant: `${PAYOUT}) values ${PAID_BACK}, '86011117947', '7947')`,
    undo: NO_PAYOUT,
    place: `register.payout ${PRIVATE} ${ROW}: not sealed`,
  },
  {
    control: 'payout-accounts-only-for-payouts',
    when: 'an account number is kept after its time',
    plant: `${PAYOUT}, approved_at, approved_by, paid_on) values ${PAID_BACK}, repeat('s', 60), '7947', '2026-05-02', '${STRAY}', '2026-05-03')`,
    undo: NO_PAYOUT,
    place: `register.payout ${PRIVATE} ${ROW}: kept too long`,
  },
  {
    control: 'payout-accounts-only-for-payouts',
    when: 'whoever asked for a payout can approve it',
    plant: `alter table register.payout drop constraint payout_check;
            ${PAYOUT}, approved_at, approved_by) values ${PAID_BACK}, repeat('s', 60), '7947', '2026-05-02', '${STAFF}')`,
    undo: `${NO_PAYOUT}; alter table register.payout add constraint payout_check check (approved_by is null or approved_by <> requested_by)`,
    place: `register.payout ${PRIVATE} ${ROW}: approved by whoever asked`,
  },
  {
    control: 'payout-accounts-only-for-payouts',
    when: 'customer service may read account numbers',
    plant: 'grant select (account_sealed) on register.payout to ROLE_customer_communication',
    undo: 'revoke select (account_sealed) on register.payout from ROLE_customer_communication',
    place: 'customer-communication: register.payout.account_sealed',
  },
  {
    control: 'payout-accounts-only-for-payouts',
    when: 'a payout can be changed after it was asked for',
    plant: 'alter table register.payout disable trigger payout_stays',
    undo: 'alter table register.payout enable trigger payout_stays',
    place: 'register.payout: payout_stays does not stand guard',
  },
];
