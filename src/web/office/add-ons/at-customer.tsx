/** The add-on services of a customer on their page, for the purposes that have them: which ones, since when, and how they stand. */
import type { FC } from 'hono/jsx';
import { addOnState, type Row } from '../../../register/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { OpenedCustomer } from '../customer/open.ts';
import type { Desk } from '../desk.tsx';
import { addressBelow } from '../messages/at-customer.ts';
import { timeInWords } from '../value.tsx';
import { ADD_ON_PURPOSES, COLOURS } from './list.tsx';

const asDate = (value: unknown): Date | null => (value instanceof Date ? value : null);

export const AddOnsOfCustomer: FC<{ desk: Desk; opened: OpenedCustomer; now: Date }> = ({ desk, opened, now }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const rows = opened.dossier.tables.find(({ seen }) => seen.table.name === 'register.add_on')?.rows ?? [];
  if (rows.length === 0 || !ADD_ON_PURPOSES.includes(desk.purpose?.name ?? '')) return null;
  return (
    <section aria-labelledby="add-ons">
      <h2 id="add-ons">{texts.officeAddOns}</h2>
      <ul class="add-ons">
        {rows.map((row) => (
          <OneAddOn desk={desk} row={row} name={nameOf(row, opened, language)} now={now} />
        ))}
      </ul>
    </section>
  );
};

const nameOf = ({ product_id: id }: Row, { dossier }: OpenedCustomer, language: 'nb' | 'en'): string | null =>
  typeof id === 'string' ? (dossier.products.get(id)?.[language] ?? null) : null;

const OneAddOn: FC<{ desk: Desk; row: Row; name: string | null; now: Date }> = ({ desk, row, name, now }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const endedAt = asDate(row.ended_at);
  const acceptedAt = asDate(row.accepted_at);
  const state = addOnState({ ended_at: endedAt }, now);
  const says =
    state === 'running' || endedAt === null
      ? texts.addOns.states.running
      : texts.addOns.stateSince[state](timeInWords(endedAt, policy, language));
  return (
    <li>
      <a class="ds-link" href={addressBelow(desk, 'officeAddOns', String(row.customer_id), String(row.add_on_id))}>
        {name ?? texts.events.addOn}
      </a>{' '}
      <span class="ds-tag" data-color={COLOURS[state]}>
        {says}
      </span>{' '}
      {acceptedAt === null ? null : (
        <span class="hint">{`${texts.addOns.since} ${timeInWords(acceptedAt, policy, language)}`}</span>
      )}
    </li>
  );
};
