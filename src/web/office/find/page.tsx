/**
 * Finding a customer. The search is posted, so that what was typed (a name, an address) stands in no address, history or
 * proxy's log. What is found is what the row policies let the purpose see, and it says what that leaves out. Where scripts
 * run, `find.js` shows who is likely meant while one types; without them the form does all there is to do.
 */
import type { FC } from 'hono/jsx';
import type { Purpose } from '../../../policy/index.ts';
import { LONGEST_SEARCH, purposeView, searchable } from '../../../register/index.ts';
import { type OfficeTexts, officeTextsIn } from '../../texts/office.ts';
import { REGISTERING } from '../customer/new-customer.tsx';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { Results } from './results.tsx';
import type { SearchState } from './state.ts';

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
    <DeskPage desk={desk} title={texts.findCustomer} page="officeCustomers" script="find.js">
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
      <form
        method="post"
        action={deskAddress(desk, 'officeCustomers')}
        novalidate
        data-suggest={deskAddress(desk, 'officeSuggestions')}
        data-failed={texts.suggestFailed}
      >
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
          {/* Filled by the script; without one it stays out of sight. */}
          <ul class="suggestions" id="q-suggestions" aria-label={texts.suggestions} hidden></ul>
          <p class="hint" id="q-told" role="status"></p>
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
