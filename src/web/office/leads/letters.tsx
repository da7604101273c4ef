/**
 * The letters of a list, one a sheet: what Art. 14 asks to be told, where we have the data from first, and how to say no
 * apart from the rest (Art. 21(4)). They are printed, posted, and then marked as posted.
 */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import type { Language, Policy } from '../../../policy/index.ts';
import { LEAD_MONTHS, type Lead, type LeadList } from '../../../register/index.ts';
import { addressOf } from '../../addresses.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { DeskPage } from '../desk-page.tsx';
import { EMPTY_FORM, OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import type { DeskWithPurpose } from '../only-purpose.ts';
import { leadAddress } from './lists-page.tsx';

/** Letters printed at once. */
export const MOST_LETTERS = 500;

interface LettersProps {
  readonly desk: DeskWithPurpose;
  readonly list: LeadList;
  readonly leads: readonly Lead[];
  readonly today: string;
  /** Of the site, for the address of the notice. */
  readonly baseUrl: URL;
}

export const LettersPage: FC<LettersProps> = ({ desk, list, leads, today, baseUrl }) => {
  const { language, policy } = desk.frame;
  const texts = officeTextsIn(language);
  return (
    <DeskPage desk={desk} title={texts.leadsLetters} page="officeLeads">
      <div class="not-printed">
        <p>
          <a class="ds-link" href={leadAddress(desk, list.listId)}>
            {texts.leadsListTitle(list.vendor)}
          </a>
        </p>
        <h1>{texts.leadsLetters}</h1>
        <p class="lead">{texts.leadsLettersNext(leads.length)}</p>
        {leads.length === 0 ? null : (
          <OfficeForm
            desk={desk}
            state={EMPTY_FORM}
            action={leadAddress(desk, list.listId, texts.leadsLettersPath)}
            submit={texts.leadsPosted(leads.length)}
            cancel={leadAddress(desk, list.listId)}
          >
            <HiddenFields fields={{ chosen: leads.map(({ leadId }) => leadId) }} />
          </OfficeForm>
        )}
      </div>
      {leads.map((lead) => (
        <Letter lead={lead} list={list} policy={policy} language={language} today={today} baseUrl={baseUrl} />
      ))}
    </DeskPage>
  );
};

interface LetterProps extends Omit<LettersProps, 'desk' | 'leads'> {
  readonly lead: Lead;
  readonly policy: Policy;
  readonly language: Language;
}

const Letter: FC<LetterProps> = ({ lead, list, policy, language, today, baseUrl }) => {
  const { controller, purposes } = policy;
  const { letter } = officeTextsIn(language);
  const balancing = purposes.leads?.balancing ?? null;
  const notice = new URL(addressOf('privacy', language), baseUrl).href;
  return (
    <article class="letter ds-card" aria-label={letter.to(lead.fullName)}>
      <p>
        {lead.fullName}
        <br />
        {lead.street}
        <br />
        {lead.postalCode} {lead.city}
      </p>
      <p class="letter-from">
        {controller.name}, {controller.address.street}, {controller.address.postalCode} {controller.address.city}
        <br />
        {dateInWords(today, language)}
      </p>
      <h2>{letter.title(controller.name)}</h2>
      <p>{letter.source(list.vendor, dateInWords(list.receivedOn, language))}</p>
      <p>{letter.what(balancing?.interest[language] ?? '')}</p>
      <p class="letter-no">
        <strong>{letter.no(controller.phone, controller.email)}</strong>
      </p>
      <p>{letter.rights(LEAD_MONTHS, dateInWords(lead.deleteOn, language))}</p>
      <p>{letter.notice(notice, controller.supervisoryAuthority.name)}</p>
    </article>
  );
};
