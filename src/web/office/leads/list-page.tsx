/** One bought list: what it is, the wash, the letters, and the people on it. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import { contactable, type Lead, type LeadList, readLeads, washedInMonthOf } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { isUuid } from '../../ids.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { wholeList } from '../exports/office-list.ts';
import { FileField } from '../files/file-field.tsx';
import { OfficeForm } from '../form/form.tsx';
import { TakeOut } from '../list/take-out.tsx';
import type { DeskWithPurpose } from '../only-purpose.ts';
import { Terms } from '../policy/listed.tsx';
import { LIST_FILES, leadAddress } from './lists-page.tsx';

interface ListProps {
  readonly desk: DeskWithPurpose;
  readonly list: LeadList;
  readonly leads: readonly Lead[];
  /** People shown; there may be more. */
  readonly most: number;
  readonly state: FormState;
  readonly today: string;
}

/** Of one bought list, with until when each is kept; whom one may contact is decided on the page, not in a file. */
export const LEADS_OUT = wholeList<Lead>({
  ...{ name: 'leads', page: 'officeLeads', title: (texts) => texts.leadsTitle, purposes: ['leads'], fields: ['list'] },
  columns: [
    { label: ({ leadsPeopleColumns }) => leadsPeopleColumns.name, text: ({ fullName }) => fullName },
    { label: ({ leadsPeopleColumns }) => leadsPeopleColumns.city, text: ({ city }) => city },
    { label: ({ leadsPeopleColumns }) => leadsPeopleColumns.told, text: ({ noticeSentOn }) => noticeSentOn },
    { label: ({ leadsPeopleColumns }) => leadsPeopleColumns.gone, text: ({ deleteOn }) => deleteOn },
  ],
  read: async ({ sessions: { register }, asked }) =>
    isUuid(asked('list')) ? await readLeads(register, asked('list')) : [],
});

export const LeadListPage: FC<ListProps> = (props) => {
  const { desk, list, leads, most, state, today } = props;
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const fresh = list.washedOn !== null && washedInMonthOf(list.washedOn, today);
  const late = leads.filter(({ noticeSentOn, noticeDueOn }) => noticeSentOn === null && noticeDueOn < today).length;
  return (
    <DeskPage desk={desk} title={texts.leadsListTitle(list.vendor)} page="officeLeads">
      <p>
        <a class="ds-link" href={deskAddress(desk, 'officeLeads')}>
          {texts.leadsBack}
        </a>
      </p>
      <h1>{texts.leadsListTitle(list.vendor)}</h1>
      <Terms
        terms={[
          [texts.leadsAgreement, list.agreementReference],
          [texts.leadsReceivedOn, dateInWords(list.receivedOn, language)],
          [texts.leadsTaken, String(list.rowCount)],
          [texts.leadsRefused, String(list.refusedCount)],
          [texts.leadsReserved, String(list.reservedCount)],
          [
            texts.leadsColumns.washed,
            list.washedOn === null ? texts.leadsNeverWashed : dateInWords(list.washedOn, language),
          ],
        ]}
      />
      {late === 0 ? null : (
        <div class="ds-alert" data-color="danger">
          <p>{texts.leadsLate(late)}</p>
        </div>
      )}
      <section aria-labelledby="wash">
        <h2 id="wash">{texts.leadsWash}</h2>
        <p>{fresh ? texts.leadsWashFresh : texts.leadsWashLead}</p>
        <OfficeForm
          desk={desk}
          state={state}
          action={leadAddress(desk, list.listId, texts.leadsWashPath)}
          submit={texts.leadsWashNow}
          file
        >
          <FileField state={state} label={texts.leadsWashFile} hint={texts.leadsWashHint} accept={LIST_FILES} />
        </OfficeForm>
      </section>
      <Letters {...props} />
      <section aria-labelledby="people">
        <h2 id="people">{texts.leadsPeople}</h2>
        {leads.length === 0 ? <p>{texts.leadsNobody}</p> : <People {...props} />}
        {leads.length <= most ? null : <p class="hint">{texts.leadsShown(most)}</p>}
        {leads.length === 0 ? null : <TakeOut desk={desk} name={LEADS_OUT.name} fields={{ list: list.listId }} />}
      </section>
    </DeskPage>
  );
};

const Letters: FC<ListProps> = ({ desk, list, leads, today }) => {
  const texts = officeTextsIn(desk.frame.language);
  const addressed = contactable(leads, list, 'post', today).length;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{texts.leadsLetters}</h2>
      <p>{addressed === 0 ? texts.leadsNoLetters : texts.leadsLettersLead(addressed)}</p>
      {addressed === 0 ? null : (
        <p>
          <a class="ds-button" data-variant="secondary" href={leadAddress(desk, list.listId, texts.leadsLettersPath)}>
            {texts.leadsPrint}
          </a>
        </p>
      )}
    </section>
  );
};

const People: FC<ListProps> = ({ desk, list, leads, most, today }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const { name, city, told, gone } = texts.leadsPeopleColumns;
  return (
    <table class="ds-table lines list-table">
      <caption class="unseen">{texts.leadsPeople}</caption>
      <thead>
        <tr>
          {[name, city, told, gone].map((one) => (
            <th scope="col">{one}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {leads.slice(0, most).map((lead) => (
          <tr>
            <th scope="row" class="row-heading">
              <a class="ds-link" href={leadAddress(desk, list.listId, lead.leadId)}>
                {lead.fullName}
              </a>
            </th>
            <td data-label={city}>{lead.city ?? ''}</td>
            <td data-label={told}>
              {lead.noticeSentOn === null
                ? texts.leadsDue(dateInWords(lead.noticeDueOn, language), lead.noticeDueOn < today)
                : dateInWords(lead.noticeSentOn, language)}
            </td>
            <td data-label={gone}>{dateInWords(lead.deleteOn, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
