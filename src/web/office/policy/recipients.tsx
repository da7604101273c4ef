/** Who is given data, what for, where, and under which agreement. */
import type { FC } from 'hono/jsx';
import { countryInWords, dateInWords } from '../../../notice/index.ts';
import type { Recipient } from '../../../policy/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { Links, ListPage, Terms, Thing } from './listed.tsx';

export const RecipientsPage: FC<{ desk: Desk }> = ({ desk }) => {
  const { policy, language } = desk.frame;
  const things = Object.values(policy.recipients);
  return (
    <ListPage desk={desk} page="officeRecipients" lead={officeTextsIn(language).recipientsLead} things={things}>
      {things.map((recipient) => (
        <Thing thing={recipient} language={language}>
          <RecipientTerms desk={desk} recipient={recipient} />
        </Thing>
      ))}
    </ListPage>
  );
};

const RecipientTerms: FC<{ desk: Desk; recipient: Recipient }> = ({ desk, recipient }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const { kind, service, purposes, categories, countries, transfer, agreement, occasional } = recipient;
  const signed = agreement === null ? '' : dateInWords(agreement.signedOn, language);
  const review = agreement === null ? '' : dateInWords(agreement.reviewBy, language);
  return (
    <>
      <p class="hint">{texts.recipientKinds[kind]}</p>
      <Terms
        terms={[
          [texts.does, service[language]],
          [texts.usedFor, <Links desk={desk} page="officePurposes" names={purposes} among={policy.purposes} />],
          [texts.receives, <Links desk={desk} page="officeCategories" names={categories} among={policy.categories} />],
          [texts.countries, countries.map((country) => countryInWords(country, language)).join(', ')],
          [
            texts.transferGround,
            transfer === null ? null : `${texts.transfers[transfer.ground]}: ${transfer.reference}`,
          ],
          [texts.agreement, agreement === null ? null : texts.agreementWords(agreement.reference, signed, review)],
          [texts.note, occasional ? `${texts.occasional}.` : null],
        ]}
      />
    </>
  );
};
