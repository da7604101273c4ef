/**
 * Finding a customer. The search is posted, so that what was typed (a name, an address) stands in no address, history or
 * proxy's log. What is found is what the row policies let the purpose see, and it says what that leaves out.
 */
import type { FC } from 'hono/jsx';
import type { Purpose } from '../../policy/index.ts';
import {
  CUSTOMER_TABLE,
  type Found,
  findCustomers,
  LONGEST_SEARCH,
  purposeView,
  type Row,
  SHORTEST_SEARCH,
  searchable,
} from '../../register/index.ts';
import { ADDRESSES } from '../addresses.ts';
import type { Typed } from '../forms/read-person.ts';
import { type OfficeTexts, officeTextsIn } from '../texts/office.ts';
import type { WebParts } from '../web-parts.ts';
import { REGISTERING } from './customer/new-customer.tsx';
import { type Desk, deskAddress, withPurpose } from './desk.tsx';
import { DeskPage } from './desk-page.tsx';
import { columnOf, Value } from './value.tsx';

/** Customers a page. */
const PAGE_LENGTH = 20;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface SearchState {
  readonly text: string;
  /** What is wrong with the text; null when it was searched for. */
  readonly fault: string | null;
  readonly found: Found | null;
  /** Not the first page. */
  readonly later: boolean;
}

export const NOTHING_SEARCHED: SearchState = { text: '', fault: null, found: null, later: false };

/** Searches under the desk's purpose; the session logs whoever is found. */
export async function search(parts: WebParts, desk: Desk, purpose: Purpose, typed: Typed): Promise<SearchState> {
  const texts = officeTextsIn(desk.frame.language);
  const text = (typed.q ?? '').trim();
  const after = UUID.test(typed.after ?? '') ? (typed.after ?? null) : null;
  const state = { text, found: null, later: after !== null };
  if (text.length < SHORTEST_SEARCH) return { ...state, fault: texts.tooShort(SHORTEST_SEARCH) };
  if (text.length > LONGEST_SEARCH) return { ...state, fault: texts.tooLong(LONGEST_SEARCH) };
  const found = await parts.asPrincipal(desk.staff, purpose.name, ({ register }) =>
    findCustomers(register, parts.policy, { text, after, limit: PAGE_LENGTH }),
  );
  if (!found.searched) return { ...state, fault: texts.notSearchedBy };
  return { ...state, fault: null, found };
}

export const FindPage: FC<{ desk: Desk; purpose: Purpose; state: SearchState }> = ({ desk, purpose, state }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  if (purposeView(policy, purpose.name).customer === null) {
    return (
      <DeskPage desk={desk} title={texts.findCustomer} page="officeCustomers">
        <h1>{texts.noCustomers}</h1>
        <p class="lead">{texts.noCustomersNext(purpose.label[language])}</p>
        <p>
          <a class="ds-link" href={`${deskAddress(desk, 'officePurposes')}#${purpose.name}`}>
            {texts.officePurposes}: {purpose.label[language]}
          </a>
        </p>
      </DeskPage>
    );
  }
  return (
    <DeskPage desk={desk} title={texts.findCustomer} page="officeCustomers">
      <div class="customer-head">
        <h1>{texts.findCustomer}</h1>
        {purpose.name === REGISTERING ? (
          <a class="ds-button" data-size="sm" data-variant="secondary" href={deskAddress(desk, 'officeNewCustomer')}>
            {texts.newCustomer}
          </a>
        ) : null}
      </div>
      <SearchForm desk={desk} purpose={purpose} state={state} />
      <p class="hint">{whoIsSeen(purpose, desk)}</p>
      {state.found === null ? null : <Results desk={desk} state={state} found={state.found} />}
    </DeskPage>
  );
};

const SearchForm: FC<{ desk: Desk; purpose: Purpose; state: SearchState }> = ({ desk, purpose, state }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const { fault } = state;
  return (
    <search>
      <form method="post" action={deskAddress(desk, 'officeCustomers')} novalidate>
        <div class="field">
          <label class="ds-label" for="q">
            {texts.searchField}
          </label>
          <p class="hint" id="q-hint">
            {texts.searchBy}: {searchKinds(policy, purpose, texts).join('; ')}.
          </p>
          {fault === null ? null : (
            <p class="fault" id="q-fault">
              {fault}
            </p>
          )}
          <div class="together">
            <input
              class="ds-input"
              type="search"
              id="q"
              name="q"
              value={state.text}
              maxlength={LONGEST_SEARCH}
              autocomplete="off"
              autofocus={state.found === null}
              aria-describedby={fault === null ? 'q-hint' : 'q-hint q-fault'}
              {...(fault === null ? {} : { 'aria-invalid': 'true' })}
            />
            <button class="ds-button" type="submit">
              {texts.search}
            </button>
          </div>
          <p class="hint">{texts.searchLogged}</p>
        </div>
      </form>
    </search>
  );
};

/** Each way to search once, in words; numbers say which numbers. */
function searchKinds(policy: Desk['frame']['policy'], purpose: Purpose, texts: OfficeTexts): string[] {
  const columns = searchable(policy, purpose.name);
  const numbers = columns
    .filter(({ kind }) => kind === 'number')
    .flatMap(({ table }) => Object.entries(texts.numbers).find(([name]) => name === table)?.[1] ?? []);
  const kinds = [...new Set(columns.map(({ kind }) => kind))];
  return kinds.map((kind) => (kind === 'number' ? numbers.join(', ') : texts.searchKinds[kind]));
}

/** Who is not here, whatever one searches for. */
function whoIsSeen(purpose: Purpose, { frame: { language } }: Desk): string {
  const texts = officeTextsIn(language);
  if (purpose.basis === 'consent') return texts.onlyConsented(purpose.label[language]);
  if (purpose.despiteRestriction) return '';
  const objected =
    purpose.basis === 'legitimate-interest' || purpose.basis === 'public-task' || purpose.directMarketing;
  return objected ? texts.onlyNotObjected(purpose.label[language]) : texts.onlyNotRestricted;
}

const Results: FC<{ desk: Desk; state: SearchState; found: Found }> = ({ desk, state, found }) => {
  const texts = officeTextsIn(desk.frame.language);
  const { customers, next } = found;
  return (
    <section aria-labelledby="results">
      <h2 id="results">
        {customers.length === 0
          ? texts.nothingFound
          : state.later
            ? texts.moreResults
            : texts.resultsFor(customers.length, next !== null)}
      </h2>
      {customers.length === 0 ? <p>{texts.nothingFoundNext}</p> : null}
      {customers.length === 0 ? null : <FoundCustomers desk={desk} found={found} />}
      {next === null ? null : (
        <form method="post" action={deskAddress(desk, 'officeCustomers')}>
          <input type="hidden" name="q" value={state.text} />
          <input type="hidden" name="after" value={next} />
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

/** The name where the purpose sees one, else whom an order goes to, else just that it is a customer. */
export function customerName(customer: Row, deliverTo: string | undefined, { frame: { language } }: Desk): string {
  const texts = officeTextsIn(language);
  if (typeof customer.legal_name === 'string') return customer.legal_name;
  if (deliverTo !== undefined) return deliverTo;
  return typeof customer.phone === 'string' ? `${texts.customerWithout} ${customer.phone}` : texts.customerWithout;
}
