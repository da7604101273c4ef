/** A control of the trade with customers: deliveries that retention counts from. */
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { Faults, withoutTable } from './outcome.ts';

const needs = (system: SystemUnderControl, tables: readonly string[]): ControlOutcome | null => {
  const missing = tables.find((table) => system.policy.tables[table] === undefined);
  return missing === undefined ? null : withoutTable(missing);
};

export const ordersHaveDeliveries: Control = {
  name: 'orders-have-deliveries',
  label: {
    nb: 'Avsluttede bestillinger har en fullført levering',
    en: 'Closed orders have a completed delivery',
  },
  async look(system): Promise<ControlOutcome> {
    const impossible = needs(system, ['register.sales_order', 'register.delivery']);
    if (impossible !== null) return impossible;
    const faults = new Faults();
    const { rows } = await system.owner.query<{ place: string; total: string }>(
      `select 'register.sales_order ' || ord.customer_id || ' ' || ord.order_id as place, count(*) over () as total
         from register.sales_order ord
        where ord.status in ('delivered', 'completed') and not exists (
          select from register.delivery del
           where del.customer_id = ord.customer_id and del.order_id = ord.order_id and del.completed_at is not null)
        limit 20`,
    );
    for (const { place } of rows) faults.add(place);
    const total = Number(rows[0]?.total ?? 0);
    return faults.outcome(
      { nb: 'Hver avsluttet bestilling har en fullført levering.', en: 'Every closed order has a completed delivery.' },
      {
        nb: `${total} avsluttede bestillinger mangler fullført levering.`,
        en: `${total} closed orders have no completed delivery.`,
      },
    );
  },
};
