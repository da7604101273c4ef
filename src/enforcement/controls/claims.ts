/**
 * Controls of claims (P7, P34, P62): each is answered in time and ends with an answer, what it is about is there while it
 * is open, and the time in which it can be made is the law's. The dates are computed anew here, in SQL, and compared.
 */
import type { Policy } from '../../policy/index.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { Faults, withoutTable } from './outcome.ts';

export const claimCases: Control = {
  name: 'claim-cases',
  label: {
    nb: 'Reklamasjoner besvares i tide og avsluttes med et svar, og det de gjelder, beholdes så lenge',
    en: 'Claims are answered in time and end with an answer, and what they are about is kept until then',
  },
  async look({ policy, owner, now }): Promise<ControlOutcome> {
    if (policy.tables['register.claim'] === undefined) return withoutTable('register.claim');
    const faults = new Faults();
    const { rows } = await owner.query<{ place: string }>(
      `select 'register.claim ' || customer_id || ' ' || claim_id || ': ' || fault as place from (
         select claim.*, case
             when status <> 'closed' and answer_due_on < ($1::timestamptz at time zone $2)::date then 'not answered in time'
             when status = 'closed' and coalesce(btrim(outcome_text), '') = '' then 'closed without an answer'
             when status <> 'closed' and about_order_id is not null and not exists (
               select from register.sales_order as bought
                where bought.customer_id = claim.customer_id and bought.order_id = claim.about_order_id)
               then 'open, and the order is gone'
           end as fault
           from register.claim) as looked
        where fault is not null order by answer_due_on limit 20`,
      [now(), policy.controller.timeZone],
    );
    for (const { place } of rows) faults.add(place);
    const { rows: totals } = await owner.query<{ claims: string }>('select count(*) as claims from register.claim');
    return faults.outcome(
      {
        nb: 'Hver reklamasjon er besvart, eller fristen er ikke ute.',
        en: 'Every claim is answered, or its answer is not due yet.',
      },
      { nb: 'Reklamasjoner er ikke behandlet slik vi har lovet.', en: 'Claims were not handled as promised.' },
      { claims: Number(totals[0]?.claims ?? 0) },
    );
  },
};

/** Years after which nobody can claim about goods meant to last (forbrukerkjøpsloven § 27, second paragraph). */
const LONGEST_WINDOW = 5;

/**
 * A claim's window as the law has it, from what was delivered when the claim came. `greatest` of the date moved by years
 * and the day after where the day of the month was lost (29 February): the longer one protects the buyer.
 */
const WINDOWS = `
  with taken_over as (
    select claim.customer_id, claim.claim_id, claim.window_ends_on, product.durability, customer.kind,
           (max(delivery.completed_at) at time zone $1)::date as day
      from register.claim
      join register.customer using (customer_id)
      join register.order_line as line on line.customer_id = claim.customer_id and line.order_id = claim.about_order_id
        and line.line_number = claim.about_line_number
      join register.product using (product_id)
      join register.delivery on delivery.customer_id = claim.customer_id and delivery.order_id = claim.about_order_id
        and delivery.completed_at <= claim.received_at
     where not exists (select from register.delivery_line as part
             where part.customer_id = delivery.customer_id and part.delivery_id = delivery.delivery_id)
        or exists (select from register.delivery_line as part
             where part.customer_id = delivery.customer_id and part.delivery_id = delivery.delivery_id
               and part.line_number = claim.about_line_number)
     group by claim.customer_id, claim.claim_id, claim.window_ends_on, product.durability, customer.kind),
  wanted as (
    select *, make_interval(years => case when kind = 'private' and durability = 'long' then 5 else 2 end) as years
      from taken_over)
  select 'register.claim ' || customer_id || ' ' || claim_id || ': can be made until '
           || coalesce(window_ends_on::text, 'nothing') as place
    from wanted
   where window_ends_on is distinct from ((day + years)::date
           + (extract(day from day + years) <> extract(day from day))::integer)
   limit 20`;

export const claimWindowsByProduct: Control = {
  name: 'claim-windows-by-product',
  label: {
    nb: 'Reklamasjonsfristen følger varen og kunden, og det som trengs, beholdes så lenge',
    en: 'The time for claims follows the product and the customer, and what is needed is kept that long',
  },
  async look({ policy, owner }): Promise<ControlOutcome> {
    const needed = ['register.claim', 'register.delivery', 'register.delivery_line', 'register.product'];
    const missing = needed.find((table) => policy.tables[table] === undefined || policy.tables[table].unused);
    if (missing !== undefined) return withoutTable(missing);
    const faults = new Faults();
    const { rows } = await owner.query<{ place: string }>(WINDOWS, [policy.controller.timeZone]);
    for (const { place } of rows) faults.add(place);
    const { rows: lasting } = await owner.query(`select from register.product where durability = 'long' limit 1`);
    const kept = yearsOfDeliveries(policy);
    const claimable = lasting.length > 0 ? LONGEST_WINDOW : 2;
    if (kept < claimable) faults.add(`register.delivery: kept ${kept} years, claims can be made for ${claimable}`);
    return faults.outcome(
      {
        nb: `Fristene er lovens, og leveranser beholdes i ${kept} år.`,
        en: `The times are the law’s, and deliveries are kept for ${kept} years.`,
      },
      { nb: 'En reklamasjonsfrist er en annen enn lovens.', en: 'A time for claims is another than the law’s.' },
      { years: kept },
    );
  },
};

/** The longest time for which a rule keeps deliveries after they were completed. */
function yearsOfDeliveries({ retention }: Policy): number {
  const periods = retention
    .filter(
      ({ keep, because }) => because.kind === 'purpose' && keep.some(({ table }) => table === 'register.delivery'),
    )
    .map(({ period }) => Number(/^P(\d+)Y/.exec(period)?.[1] ?? 0));
  return Math.max(0, ...periods);
}
