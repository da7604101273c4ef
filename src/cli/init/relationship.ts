/**
 * From when a customer relationship counts: the last delivery where goods are delivered, and else what comes nearest to
 * it among the parts that a company uses.
 */
import type { LocalizedText } from '../../policy/index.ts';
import { isMap, isScalar, isSeq } from './yaml-edit.ts';

const LAST: readonly (readonly [part: string, event: string, words: LocalizedText])[] = [
  ['deliveries', 'delivery.completed_at', { nb: 'fra siste leveranse', en: 'from the last delivery' }],
  ['orders', 'sales_order.placed_at', { nb: 'fra siste bestilling', en: 'from the last order' }],
  ['invoices', 'invoice.issued_on', { nb: 'fra siste faktura', en: 'from the last invoice' }],
];

/** The label of the rule of the customer relationship, and what it counts from, as retention.yaml has it. */
export function relationshipOf(parts: readonly string[]): LocalizedText & { readonly after: unknown } {
  const last = LAST.find(([part]) => parts.includes(part));
  const words: LocalizedText[] = last === undefined ? [] : [last[2]];
  const events: unknown[] = last === undefined ? [] : [last[1]];
  if (parts.includes('messages')) {
    words.push({
      nb: 'fra siste gang du selv tok kontakt for å handle',
      en: 'from when you last got in touch yourself in order to buy',
    });
    events.push({ column: 'message.at', where: 'extends_relationship' });
  }
  if (events.length === 0) {
    return { nb: 'Kundeforholdet', en: 'The customer relationship', after: 'customer.registered_at' };
  }
  return {
    nb: `Kundeforholdet, ${words.map(({ nb }) => nb).join(' eller ')}`,
    en: `The customer relationship, ${words.map(({ en }) => en).join(' or ')}`,
    after: { latest: events },
  };
}

/** What customers are called with whom nothing has come about; null where the packaged words fit. */
export function unorderedLabel(parts: readonly string[]): LocalizedText | null {
  if (parts.includes('deliveries')) return null;
  return parts.includes('orders')
    ? {
        nb: 'Kunder som har registrert seg og aldri bestilt noe',
        en: 'Customers who have registered and never ordered anything',
      }
    : {
        nb: 'Kunder som er registrert uten at mer har skjedd',
        en: 'Customers who are registered and with whom nothing more has happened',
      };
}

/** An event without what lies in tables that are not used; null when nothing is left. */
export function afterEvent(event: unknown, isUsed: (table: string) => boolean): unknown {
  if (isScalar(event)) return isUsed(String(event.value).split('.').slice(0, -1).join('.')) ? event : null;
  if (!isMap(event)) return null;
  const column = event.get('column', true);
  if (column !== undefined) return afterEvent(column, isUsed) === null ? null : event;
  const year = event.get('end_of_year', true);
  if (year !== undefined) {
    const inner = afterEvent(year, isUsed);
    if (inner === null) return null;
    event.set('end_of_year', inner);
    return event;
  }
  const latest = event.get('latest', true);
  if (!isSeq(latest)) return null;
  latest.items = latest.items.filter((one) => afterEvent(one, isUsed) !== null);
  return latest.items.length === 0 ? null : event;
}
