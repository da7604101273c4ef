/**
 * Controls of data that does not come from the person: credit checks have their grounds, bought lists were washed and the
 * people on them told in time, and what supplements a customer comes from a source that the policy names.
 */
import type { LocalizedText } from '../../policy/index.ts';
import { dayAt } from '../calendar/day-at.ts';
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { Faults, withoutTable } from './outcome.ts';

interface Look {
  readonly name: string;
  readonly label: LocalizedText;
  readonly table: string;
  /** Each gives rows of `place`; `$1` is today in the controller's time zone, `$2` the hosts of sources. */
  readonly statements: readonly string[];
  readonly good: LocalizedText;
  readonly bad: LocalizedText;
}

const control = ({ name, label, table, statements, good, bad }: Look): Control => ({
  name,
  label,
  async look({ policy, owner, now }: SystemUnderControl): Promise<ControlOutcome> {
    if (policy.tables[table] === undefined || policy.tables[table].unused) return withoutTable(table);
    const today = dayAt(now(), policy.controller.timeZone);
    const hosts = Object.values(policy.sources).flatMap((source) => source.hosts);
    const faults = new Faults();
    for (const statement of statements) {
      const { rows } = await owner.query<{ place: string }>(
        `with given as (select $1::date as today, $2::text[] as hosts) ${statement} limit 100`,
        [today, hosts],
      );
      for (const { place } of rows) faults.add(place);
    }
    return faults.outcome(good, bad);
  },
});

const check = `'register.credit_check ' || checked.customer_id || ' ' || checked.credit_check_id`;

/** A day over: what is due on a day is done in the night that follows. */
const OVERDUE = 'given.today - 1';

export const creditCheckGrounds = control({
  name: 'credit-check-grounds',
  label: {
    nb: 'Kreditt vurderes bare for en bestilling på faktura, én om gangen, og et menneske bestemmer',
    en: 'Credit is checked only for an order on invoice, one at a time, and a human being decides',
  },
  table: 'register.credit_check',
  statements: [
    `select ${check} || ': the order is not on invoice' as place
       from given, register.credit_check as checked join register.sales_order as ordered using (customer_id, order_id)
      where ordered.payment_terms <> 'invoice' and coalesce(checked.outcome, '') <> 'prepayment'`,
    `select ${check} || ': not the amount of the order' as place
       from given, register.credit_check as checked join register.sales_order as ordered using (customer_id, order_id)
      where checked.amount_ore <> ordered.net_ore + ordered.vat_ore`,
    // Staff who have left are deleted after a year.
    `select ${check} || ': asked or decided by nobody who works here' as place
       from given, register.credit_check as checked
      where (checked.requested_at > given.today - 365 and not exists
              (select from kept.staff where staff_id = checked.requested_by))
         or (checked.decided_at > given.today - 365 and not exists
              (select from kept.staff where staff_id = checked.decided_by))`,
    `select ${check} || ': the report is still there' as place from given, register.credit_check as checked
      where checked.report_sealed is not null
        and (checked.outcome is not null or checked.report_delete_on < ${OVERDUE})`,
    `select ${check} || ': one of many at once' as place from given, (
       select *, count(*) over (partition by requested_by order by requested_at
                                range between interval '10 minutes' preceding and current row) as at_once
         from register.credit_check) as checked
      where checked.at_once > 5`,
  ],
  good: {
    nb: 'Hver kredittvurdering gjelder en bestilling på faktura med beløp og grunn, og ingen rapport er beholdt.',
    en: 'Every credit check is about an order on invoice with its amount and a reason, and no report was kept.',
  },
  bad: { nb: 'En kredittvurdering mangler grunnlag.', en: 'A credit check has no ground.' },
});

const lead = `'register.lead ' || listed.lead_id`;

export const art14NoticeClock = control({
  name: 'art14-notice-clock',
  label: {
    nb: 'Den vi har fått opplysninger om fra andre, får vite det innen en måned og senest når vi tar kontakt',
    en: 'Whoever we got data about from others is told within a month, and at the latest when we get in touch',
  },
  table: 'register.lead',
  statements: [
    `select ${lead} || ': not told in time' as place from given, register.lead as listed
      where (listed.notice_sent_on is null and listed.notice_due_on < given.today)
         or listed.notice_sent_on > listed.notice_due_on`,
    `select ${lead} || ': more than a month was given' as place from given, register.lead as listed
      where listed.notice_due_on > listed.received_on + interval '1 month'`,
    `select ${lead} || ': contacted before being told' as place from given, register.lead as listed
      where listed.first_contact_on is not null
        and (listed.notice_sent_on is null or listed.notice_sent_on > listed.first_contact_on)`,
    `select ${check} || ': no copy to the person' as place from given, register.credit_check as checked
      where checked.answer is not null
        and (checked.copy_sent_at is null or checked.copy_sent_at > checked.requested_at + interval '1 month')`,
  ],
  good: {
    nb: 'Alle vi har fått opplysninger om fra andre, er varslet i tide, og hver kredittvurdering har gått i gjenpart.',
    en: 'All whom we got data about from others were told in time, and every credit check went out in copy.',
  },
  bad: { nb: 'Noen har ikke fått vite det i tide.', en: 'Somebody was not told in time.' },
});

export const leadListsChecked = control({
  name: 'lead-lists-checked',
  label: {
    nb: 'Lister over mulige kunder er vasket i måneden for kontakten, og ingen på dem får e-post',
    en: 'Lists of potential customers were checked in the month of the contact, and nobody on them gets mail',
  },
  table: 'register.lead',
  statements: [
    `select ${lead} || ': contacted without a check in that month' as place from given, register.lead as listed
      where listed.first_contact_on is not null
        and (listed.washed_on is null or listed.washed_on > listed.first_contact_on
             or date_trunc('month', listed.washed_on) <> date_trunc('month', listed.first_contact_on))`,
    `select ${lead} || ': said no and is still there' as place from given, register.lead as listed
      where listed.reserved or listed.state = 'declined'`,
    `select ${lead} || ': past its date' as place from given, register.lead as listed
      where listed.delete_on < ${OVERDUE} or listed.delete_on > listed.received_on + interval '12 months'`,
    `select 'register.lead_list ' || bought.lead_list_id || ': no vendor or agreement' as place
       from given, register.lead_list as bought where trim(bought.vendor) = '' or trim(bought.agreement_reference) = ''`,
    `select 'kept.outbox ' || mail.mail_id || ': mail to somebody on a list' as place
       from given, kept.outbox as mail join register.lead as listed on listed.lead_id = mail.person_id`,
  ],
  good: {
    nb: 'Ingen på en kjøpt liste er kontaktet uten vask samme måned, og ingen er beholdt for lenge.',
    en: 'Nobody on a bought list was contacted without a check in that month, and nobody was kept too long.',
  },
  bad: { nb: 'En liste er brukt uten at den skulle vært det.', en: 'A list was used when it should not have been.' },
});

const supplement = `'register.supplement ' || found.customer_id || ' ' || found.supplement_id`;

export const allowedSourcesOnly = control({
  name: 'allowed-sources-only',
  label: {
    nb: 'Supplerende opplysninger kommer bare fra kilder som er ført opp, og aldri om privatpersoner',
    en: 'Supplementary data comes only from sources that are listed, and never about private persons',
  },
  table: 'register.supplement',
  statements: [
    `select ${supplement} || ': from a source that is not listed' as place from given, register.supplement as found
      where not coalesce(substring(found.source_url, '^https?://([^/:?#]+)') = any (given.hosts), false)`,
    `select ${supplement} || ': about somebody who may not be looked up' as place
       from given, register.supplement as found join register.customer as about using (customer_id)
      where about.kind = 'private' or about.protected_address`,
    `select ${supplement} || ': taken over before it was found' as place from given, register.supplement as found
      where found.taken_over_at < found.retrieved_at`,
  ],
  good: {
    nb: 'Alt som supplerer en kunde, har en kilde som er ført opp, med adresse og dato.',
    en: 'All that supplements a customer has a source that is listed, with its address and date.',
  },
  bad: { nb: 'Noe kommer fra et sted det ikke skulle.', en: 'Something comes from where it should not.' },
});
