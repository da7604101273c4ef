/** Who was found, the likeliest first: what tells them apart, as far as the purpose reads it. */
import type { FC } from 'hono/jsx';
import { CUSTOMER_TABLE, type Found, MOST_FOUND } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress, withPurpose } from '../desk.tsx';
import { columnOf, Value } from '../value.tsx';
import { customerName } from './customer-name.ts';
import type { SearchState } from './state.ts';

export const Results: FC<{ desk: Desk; state: SearchState; found: Found }> = ({ desk, state, found }) => {
  const texts = officeTextsIn(desk.frame.language);
  const { customers, more, cut } = found;
  return (
    <section aria-labelledby="results">
      <h2 id="results">
        {customers.length === 0
          ? texts.nothingFound
          : state.page > 0
            ? texts.moreResults
            : texts.resultsFor(customers.length, more || cut)}
      </h2>
      {customers.length === 0 ? <p>{texts.nothingFoundNext}</p> : null}
      {customers.length === 0 ? null : <FoundCustomers desk={desk} found={found} />}
      {cut ? <p>{texts.tooManyFound(MOST_FOUND)}</p> : null}
      {!more ? null : (
        <form method="post" action={deskAddress(desk, 'officeCustomers')}>
          <input type="hidden" name="q" value={state.text} />
          <input type="hidden" name="page" value={state.page + 1} />
          <button class="ds-button" data-variant="secondary" type="submit">
            {texts.nextResults}
          </button>
        </form>
      )}
    </section>
  );
};

/** What tells one customer from another in a list; the rest stands on the customer's page. */
const TOLD = ['customer_number', 'organisation_number', 'email', 'phone', 'city'];

const FoundCustomers: FC<{ desk: Desk; found: Found }> = ({ desk, found }) => {
  const { frame, purpose } = desk;
  const texts = officeTextsIn(frame.language);
  const address = ADDRESSES.officeCustomers[frame.language];
  const told = TOLD.flatMap((name) => columnOf(frame, CUSTOMER_TABLE, name) ?? []).filter(({ name }) =>
    found.customers.some((customer) => customer[name] !== undefined && customer[name] !== null),
  );
  return (
    <table class="ds-table lines">
      <caption class="unseen">{texts.officeCustomers}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.customerWithout}</th>
          {told.map(({ label, name }) => (
            <th scope="col">{label?.[frame.language] ?? name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.customers.map((customer) => {
          const id = String(customer.customer_id);
          return (
            <tr>
              <th scope="row">
                <a class="ds-link" href={withPurpose(`${address}/${id}`, purpose?.name ?? null)}>
                  {customerName(customer, found.deliverTo.get(id), desk)}
                </a>
                <ContactsFound desk={desk} names={found.contacts.get(id) ?? []} />
              </th>
              {told.map((column) => (
                <td data-label={column.label?.[frame.language] ?? column.name}>
                  {customer[column.name] === null ? null : (
                    <Value frame={frame} column={column} value={customer[column.name]} plain />
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** Contact persons lead to their company. */
const ContactsFound: FC<{ desk: Desk; names: readonly string[] }> = ({ desk, names }) => {
  if (names.length === 0) return null;
  return <span class="hint found-contact">{officeTextsIn(desk.frame.language).foundContact(names.join(', '))}</span>;
};
