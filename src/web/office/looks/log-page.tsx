/** The access log as it is searched: whom, who, for what, when; newest first, page by page. */
import type { FC } from 'hono/jsx';
import type { LogEntry, LogFound } from '../../../records/index.ts';
import { LONGEST_SEARCH, type Row } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress, withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { CheckField, DateField, SelectField, TextField } from '../form/fields.tsx';
import { EMPTY_FORM, OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import { timeInWords } from '../value.tsx';
import { LooksMenu } from './looks-menu.tsx';
import { ACTIONS, type LogAsked, logQuery, MOST_DAYS } from './read-filter.ts';

export interface LogPageProps {
  readonly desk: Desk;
  readonly asked: LogAsked;
  /** Null where nothing was looked up. */
  readonly found: LogFound | null;
  readonly staff: ReadonlyMap<string, string>;
  /** The name of the customer whom the search is about; null for all, or where the purpose does not see them. */
  readonly personName: string | null;
  /** Customers who fit what was typed; null when nobody was searched for. */
  readonly candidates: readonly Row[] | null;
  readonly typed: FormState;
}

export const LogPage: FC<LogPageProps> = (props) => {
  const { desk, asked, found, candidates } = props;
  const texts = officeTextsIn(desk.frame.language);
  return (
    <DeskPage desk={desk} title={texts.officeAccessLog} page="officeAccessLog">
      <h1>{texts.officeAccessLog}</h1>
      <LooksMenu desk={desk} page="officeAccessLog" />
      <p class="lead">{texts.logLead}</p>
      <PersonSearch {...props} />
      {candidates === null || candidates.length === 0 ? null : <Candidates {...props} candidates={candidates} />}
      <Filters {...props} />
      {asked.fault ? (
        <p class="ds-alert" data-color="danger" role="alert">
          {texts.logPeriodFault(MOST_DAYS)}
        </p>
      ) : null}
      {found === null ? null : <Entries {...props} found={found} />}
    </DeskPage>
  );
};

export const logAddress = (desk: Desk, query: string): string => `${deskAddress(desk, 'officeAccessLog')}&${query}`;

const PersonSearch: FC<LogPageProps> = ({ desk, asked, typed, personName }) => {
  const texts = officeTextsIn(desk.frame.language);
  const { filter } = asked;
  if (filter.personId !== null) {
    return (
      <p>
        <strong>{texts.logPersonChosen(personName ?? texts.logPersonGone)}</strong>{' '}
        <a class="ds-link" href={logAddress(desk, logQuery(filter, { person: null }))}>
          {texts.logEverybody}
        </a>
      </p>
    );
  }
  return (
    <OfficeForm desk={desk} state={typed} action={logAddress(desk, logQuery(filter))} submit={texts.logPersonFind}>
      <TextField
        {...{ desk, state: typed }}
        name="who"
        type="search"
        label={texts.logPerson}
        hint={texts.logPersonHint}
        longest={LONGEST_SEARCH}
        required="filter"
      />
    </OfficeForm>
  );
};

const Candidates: FC<LogPageProps & { candidates: readonly Row[] }> = ({ desk, asked, candidates }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates">{texts.logPersonChoose}</h2>
      <ul class="looks">
        {candidates.map(({ customer_id: id, legal_name: name, customer_number: number, email }) => (
          <li>
            <a class="ds-link" href={logAddress(desk, logQuery(asked.filter, { person: String(id) }))}>
              {String(name ?? texts.customerWithout)}
            </a>{' '}
            <span class="hint">{[number, email].filter((one) => typeof one === 'string').join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Filters: FC<LogPageProps> = ({ desk, asked, staff }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const { filter } = asked;
  const values = {
    ...{ staff: filter.staffId ?? '', for: filter.purpose ?? '', action: filter.action ?? '' },
    ...{ from: filter.from, until: filter.until, system: filter.withSystem ? 'yes' : '' },
  };
  const state: FormState = { ...EMPTY_FORM, values };
  const same = { desk, state, required: 'filter', empty: texts.all } as const;
  return (
    <form method="get" action={ADDRESSES.officeAccessLog[language]} class="log-filter">
      <HiddenFields
        fields={{
          purpose: desk.purpose?.name ?? '',
          ...(filter.personId === null ? {} : { person: filter.personId }),
        }}
      />
      <SelectField
        {...same}
        name="staff"
        label={texts.logStaff}
        options={[...staff].map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        {...same}
        name="for"
        label={texts.logPurpose}
        options={Object.values(policy.purposes).map(({ name, label }) => ({ value: name, label: label[language] }))}
      />
      <SelectField
        {...same}
        name="action"
        label={texts.logAction}
        options={ACTIONS.map((value) => ({ value, label: texts.actions[value] }))}
      />
      <DateField {...{ desk, state }} name="from" label={texts.logFrom} required="filter" />
      <DateField {...{ desk, state }} name="until" label={texts.logUntil} required="filter" />
      <CheckField {...{ desk, state }} name="system" label={texts.logSystem} required="filter" />
      <div class="buttons">
        <button class="ds-button" data-variant="secondary" type="submit">
          {texts.logShow}
        </button>
      </div>
    </form>
  );
};

const Entries: FC<LogPageProps & { found: LogFound }> = (props) => {
  const { desk, asked, found } = props;
  const texts = officeTextsIn(desk.frame.language);
  const { when, who, action, purpose, what, whom } = texts.logColumns;
  if (found.entries.length === 0) {
    return (
      <p>
        {texts.logNothing} {texts.logNothingNext}
      </p>
    );
  }
  return (
    <>
      <table class="ds-table lines">
        <caption class="unseen">{texts.officeAccessLog}</caption>
        <thead>
          <tr>
            {[when, who, action, purpose, what, whom].map((label) => (
              <th scope="col">{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.entries.map((entry) => (
            <OneEntry {...props} entry={entry} />
          ))}
        </tbody>
      </table>
      <nav class="buttons" aria-label={texts.pages}>
        {asked.place === null ? null : (
          <a class="ds-button" data-variant="secondary" href={logAddress(desk, logQuery(asked.filter))}>
            {texts.logNewest}
          </a>
        )}
        {found.next === null ? null : (
          <a
            class="ds-button"
            data-variant="secondary"
            href={logAddress(desk, logQuery(asked.filter, { place: String(found.next) }))}
          >
            {texts.logOlder}
          </a>
        )}
      </nav>
    </>
  );
};

const OneEntry: FC<LogPageProps & { entry: LogEntry }> = ({ desk, asked, staff, entry }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const columns = texts.logColumns;
  const by = entry.by === 'staff' ? (staff.get(entry.byId) ?? texts.logFormerStaff) : texts.kindsOfUser[entry.by];
  return (
    <tr>
      <th scope="row">{timeInWords(entry.at, policy, language)}</th>
      <td data-label={columns.who}>{by}</td>
      <td data-label={columns.action}>{texts.actions[entry.action]}</td>
      <td data-label={columns.purpose}>{policy.purposes[entry.purpose]?.label[language] ?? entry.purpose}</td>
      <td data-label={columns.what}>
        {entry.categories.map((name) => policy.categories[name]?.label[language] ?? name).join(', ')}
      </td>
      <td data-label={columns.whom}>
        <Whom desk={desk} asked={asked} entry={entry} />
      </td>
    </tr>
  );
};

/** One person is led to; of a list it is told how long it was, or that the person one looks for was in it. */
const Whom: FC<{ desk: Desk; asked: LogAsked; entry: LogEntry }> = ({ desk, asked, entry }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const [first] = entry.people;
  if (first === undefined) return <>{texts.logNobody}</>;
  if (entry.people.length > 1) return <>{texts.logPeople(entry.people.length)}</>;
  if (asked.filter.personId === first) {
    const address = `${ADDRESSES.officeCustomers[language]}/${first}`;
    return (
      <a class="ds-link" href={withPurpose(address, desk.purpose?.name ?? null)}>
        {texts.logOpenPerson}
      </a>
    );
  }
  return (
    <>
      {texts.logOnePerson}{' '}
      <a class="ds-link" href={logAddress(desk, logQuery(asked.filter, { person: first }))}>
        {texts.logOnlyPerson}
      </a>
    </>
  );
};
