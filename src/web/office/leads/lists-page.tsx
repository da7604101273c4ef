/** The lists that were bought, and the form that takes a new one in. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import { LEAD_MONTHS, type LeadList } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { FileField } from '../files/file-field.tsx';
import { DateField, TextField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import type { DeskWithPurpose } from '../only-purpose.ts';

/** What a browser offers when a list is chosen. */
export const LIST_FILES = '.csv,.xlsx,text/csv';

interface ListsProps {
  readonly desk: DeskWithPurpose;
  readonly lists: readonly LeadList[];
  readonly state: FormState;
  readonly today: string;
}

export const leadAddress = ({ frame, purpose }: DeskWithPurpose, ...rest: readonly string[]): string =>
  withPurpose([ADDRESSES.officeLeads[frame.language], ...rest].join('/'), purpose.name);

export const LeadListsPage: FC<ListsProps> = ({ desk, lists, state, today }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <DeskPage desk={desk} title={texts.leadsTitle} page="officeLeads">
      <h1>{texts.leadsTitle}</h1>
      <p class="lead">{texts.leadsLead(LEAD_MONTHS)}</p>
      {lists.length === 0 ? (
        <div class="empty">
          <p class="empty-title">{texts.leadsNone}</p>
          <p>{texts.leadsNoneNext}</p>
        </div>
      ) : (
        <Lists desk={desk} lists={lists} today={today} />
      )}
      <section aria-labelledby="take-in">
        <h2 id="take-in">{texts.leadsImport}</h2>
        <OfficeForm
          desk={desk}
          state={state}
          action={leadAddress(desk, texts.leadsNewPath)}
          submit={texts.leadsImportNow}
          file
        >
          <TextField desk={desk} state={state} name="vendor" label={texts.leadsVendor} longest={200} required />
          <TextField
            desk={desk}
            state={state}
            name="agreement"
            label={texts.leadsAgreement}
            hint={texts.leadsAgreementHint}
            longest={100}
            required
          />
          <DateField desk={desk} state={state} name="receivedOn" label={texts.leadsReceivedOn} max={today} required />
          <FileField state={state} label={texts.leadsFile} hint={texts.leadsFileHint} accept={LIST_FILES} />
        </OfficeForm>
      </section>
    </DeskPage>
  );
};

const Lists: FC<Omit<ListsProps, 'state'>> = ({ desk, lists, today }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const { vendor, received, count, washed } = texts.leadsColumns;
  return (
    <table class="ds-table lines list-table">
      <caption class="unseen">{texts.leadsTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{vendor}</th>
          <th scope="col">{received}</th>
          <th scope="col" class="figure">
            {count}
          </th>
          <th scope="col">{washed}</th>
        </tr>
      </thead>
      <tbody>
        {lists.map((list) => (
          <tr>
            <th scope="row" class="row-heading">
              <a class="ds-link" href={leadAddress(desk, list.listId)}>
                {list.vendor}
              </a>
            </th>
            <td data-label={received}>{dateInWords(list.receivedOn, language)}</td>
            <td data-label={count} class="figure">
              {list.rowCount}
            </td>
            <td data-label={washed}>
              {list.washedOn === null ? texts.leadsNeverWashed : dateInWords(list.washedOn, language)}
              {list.washedOn === null || list.washedOn.slice(0, 7) === today.slice(0, 7)
                ? ''
                : ` ${texts.leadsWashOld}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
