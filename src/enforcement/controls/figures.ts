/**
 * Controls over surveys and figures: nobody is asked too often, what is used to improve products leads to nobody, codes
 * change every day, and figures of few people are not told.
 */
import { type Cell, SMALLEST_GROUP, withoutSmallGroups } from '../figures/small-groups.ts';
import { roleOfPurpose } from '../roles.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { Faults, withoutTable } from './outcome.ts';
import { tablesOfPeople } from './people-tables.ts';

const INVITATIONS = 'register.survey_invitation';
const ANSWERS = 'register.survey_answer';
const EVENTS = 'register.usage_event';

const isUsed = ({ policy }: Parameters<Control['look']>[0], table: string): boolean =>
  policy.tables[table] !== undefined && !policy.tables[table].unused;

export const surveyCap: Control = {
  name: 'survey-cap',
  label: {
    nb: 'Ingen spørres oftere enn hvert halvår, og svar kan ikke spores',
    en: 'Nobody is asked more than every half year, and answers cannot be traced',
  },
  async look(system): Promise<ControlOutcome> {
    if (!isUsed(system, INVITATIONS)) return withoutTable(INVITATIONS);
    const { owner } = system;
    const faults = new Faults();
    const { rows: often } = await owner.query<{ customer: string }>(
      `select distinct one.customer_id as customer
         from ${INVITATIONS} as one join ${INVITATIONS} as other using (customer_id)
        where one.invitation_id <> other.invitation_id
          and other.sent_at >= one.sent_at and other.sent_at < one.sent_at + interval '6 months' order by 1`,
    );
    for (const { customer } of often) faults.add(`${INVITATIONS} ${customer}: asked twice within six months`);
    const { rows: unwilling } = await owner.query<{ customer: string }>(
      `select distinct customer_id as customer from ${INVITATIONS} as asked
        where exists (select from kept.objection as objected
                       where objected.person_id = asked.customer_id and objected.purpose = 'satisfaction-surveys'
                         and objected.made_at < asked.sent_at
                         and (objected.withdrawn_at is null or objected.withdrawn_at > asked.sent_at)) order by 1`,
    );
    for (const { customer } of unwilling) faults.add(`${INVITATIONS} ${customer}: asked after an objection`);
    const { rows: more } = await owner.query<{ survey: string }>(
      `select survey_id as survey from ${ANSWERS} group by 1
        having count(*) > (select count(*) from ${INVITATIONS} as used
                            where used.survey_id = ${ANSWERS}.survey_id and used.used) order by 1`,
    );
    for (const { survey } of more) faults.add(`${ANSWERS} ${survey}: more answers than spent links`);
    // A key of version 7 holds the time at which it was made.
    const { rows: timed } = await owner.query<{ count: number }>(
      `select count(*)::int as count from ${ANSWERS} where substring(answer_id::text from 15 for 1) <> '4'`,
    );
    if ((timed[0]?.count ?? 0) > 0) faults.add(`${ANSWERS}: ${timed[0]?.count} with a key that tells the time`);
    return faults.outcome(
      { nb: 'Ingen er spurt for ofte eller mot sin vilje.', en: 'Nobody was asked too often or against their will.' },
      {
        nb: 'Noen er spurt for ofte, eller et svar kan spores.',
        en: 'Somebody was asked too often, or an answer can be traced.',
      },
    );
  },
};

export const improvementPseudonymised: Control = {
  name: 'improvement-pseudonymised',
  label: { nb: 'Bruksdata fører ikke til noen', en: 'Usage data leads to nobody' },
  async look(system): Promise<ControlOutcome> {
    if (!isUsed(system, EVENTS)) return withoutTable(EVENTS);
    const { owner, policy } = system;
    const faults = new Faults();
    const { rows: here } = await owner.query<{ prefix: string }>('select role_prefix as prefix from kept.installation');
    const role = roleOfPurpose(here[0]?.prefix ?? '', 'product-improvement');
    const { rows: reached } = await owner.query<{ place: string }>(
      `select named.place from unnest($1::text[]) as named (place) join pg_roles as role on role.rolname = $2
        where to_regclass(named.place) is not null
          and has_any_column_privilege(role.oid, to_regclass(named.place), 'select') order by 1`,
      [tablesOfPeople(policy).map(({ name }) => name), role],
    );
    for (const { place } of reached) faults.add(`product-improvement reads ${place}`);
    const { rows: linked } = await owner.query<{ name: string }>(
      `select conname as name from pg_constraint
        where conrelid = to_regclass('${EVENTS}') and contype = 'f' and confrelid <> to_regclass('register.product')`,
    );
    for (const { name } of linked) faults.add(`${EVENTS}: ${name} leads elsewhere`);
    // What somebody would try who has the table and the customers: the digests that need no key.
    const { rows: found } = await owner.query<{ count: number }>(
      `select count(*)::int as count from ${EVENTS} as event
        where pseudonym in (select unnest(array[replace(customer_id::text, '-', ''), md5(customer_id::text), md5(email),
                                   left(encode(sha256(convert_to(customer_id::text, 'UTF8')), 'hex'), 32),
                                   left(encode(sha256(convert_to(email, 'UTF8')), 'hex'), 32)])
                              from register.customer)`,
    );
    if ((found[0]?.count ?? 0) > 0) faults.add(`${EVENTS}: ${found[0]?.count} lead to a customer`);
    const { rows: timed } = await owner.query<{ count: number }>(
      `select count(*)::int as count from ${EVENTS} where substring(event_id::text from 15 for 1) <> '4'`,
    );
    if ((timed[0]?.count ?? 0) > 0) faults.add(`${EVENTS}: ${timed[0]?.count} with a key that tells the time`);
    return faults.outcome(
      {
        nb: 'Ingen kode fører til en kunde, og formålet leser ingen.',
        en: 'No code leads to a customer, and the purpose reads none.',
      },
      { nb: 'Bruksdata fører til noen.', en: 'Usage data leads to somebody.' },
    );
  },
};

export const usagePseudonymsRotate: Control = {
  name: 'usage-pseudonyms-rotate',
  label: { nb: 'Koder gjelder én dag, og nøkkelen lagres ikke', en: 'Codes hold for a day, and the key is not kept' },
  async look(system): Promise<ControlOutcome> {
    if (!isUsed(system, EVENTS)) return withoutTable(EVENTS);
    const { owner } = system;
    const faults = new Faults();
    const { rows } = await owner.query<{ pseudonym: string; days: number }>(
      `select pseudonym, count(distinct day)::int as days from ${EVENTS} group by 1 having count(distinct day) > 1
        order by 1 limit 20`,
    );
    for (const { pseudonym, days } of rows) faults.add(`${EVENTS} ${pseudonym}: on ${days} days`);
    const { rows: kept } = await owner.query<{ name: string }>(
      `select name from kept.setting where name ~ '(usage|pseudonym).*(key|secret)' order by 1`,
    );
    for (const { name } of kept) faults.add(`kept.setting ${name}: a key that is kept`);
    return faults.outcome(
      { nb: 'Ingen kode går igjen dagen etter.', en: 'No code comes again the next day.' },
      { nb: 'En kode går igjen, eller en nøkkel er lagret.', en: 'A code comes again, or a key is kept.' },
    );
  },
};

export const statisticsCellSize: Control = {
  name: 'statistics-cell-size',
  label: { nb: 'Tall om færre enn fem vises ikke', en: 'Figures about fewer than five are not told' },
  async look(system): Promise<ControlOutcome> {
    const table = 'register.order_line';
    if (!isUsed(system, table)) return withoutTable(table);
    const { owner, policy } = system;
    const faults = new Faults();
    const smallest = policy.security.smallestGroup;
    if (smallest < SMALLEST_GROUP) faults.add(`security.yaml smallest_group: ${smallest}`);
    const { rows } = await owner.query<{ product: string; month: string; people: number; amount: number }>(
      `select line.product_id as product, date_trunc('month', placed.placed_at)::date::text as month,
              count(distinct placed.customer_id)::int as people, sum(line.quantity)::int as amount
         from ${table} as line join register.sales_order as placed using (customer_id, order_id) group by 1, 2`,
    );
    const cells: Cell[] = rows.map(({ product, month, ...figures }) => ({ row: product, column: month, ...figures }));
    const [products, months] = [new Set(cells.map(({ row }) => row)), new Set(cells.map(({ column }) => column))];
    const told = withoutSmallGroups([...products], [...months], cells, smallest);
    const small = cells.filter(({ people }) => people < SMALLEST_GROUP);
    for (const { row, column } of small) {
      const shown = told.shown[told.rows.indexOf(row)]?.[told.columns.indexOf(column)];
      if (shown !== null && shown !== undefined) faults.add(`${row} ${column}: told of too few`);
    }
    // The small ones change nothing of what is told, so nothing about them can be worked out from it.
    const without = withoutSmallGroups(
      [...products],
      [...months],
      cells.filter((cell) => !small.includes(cell)),
      smallest,
    );
    if (JSON.stringify(told) !== JSON.stringify(without)) faults.add('what is told depends on groups of few');
    return faults.outcome(
      {
        nb: `${small.length} av ${cells.length} grupper er for små og holdes tilbake.`,
        en: `${small.length} of ${cells.length} groups are too small and held back.`,
      },
      { nb: 'Tall om få vises.', en: 'Figures about few are told.' },
      { groups: cells.length, held_back: small.length },
    );
  },
};
