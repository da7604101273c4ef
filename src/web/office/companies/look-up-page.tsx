/** A company customer beside what the open register says of it, with a mark for each value that is taken over. */
import type { FC } from 'hono/jsx';
import { type CompanyAnswer, isSoleTrader } from '../../../connectors/index.ts';
import { dateInWords } from '../../../notice/index.ts';
import { dayOf } from '../../../records/index.ts';
import {
  isSupplementField,
  type Supplement,
  type SupplementedCustomer,
  type SupplementField,
  supplementRefusal,
} from '../../../register/index.ts';
import { type OfficeTexts, officeTextsIn } from '../../texts/office.ts';
import { withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import type { DeskWithPurpose } from '../only-purpose.ts';
import { customerAddress } from './addresses.ts';
import { valuesOf } from './compared.ts';

interface LookUpProps {
  readonly desk: DeskWithPurpose;
  readonly customer: SupplementedCustomer;
  readonly kept: readonly Supplement[];
  /** Null before anything is asked. */
  readonly answer: CompanyAnswer | 'changed' | null;
  readonly setUp: boolean;
}

export const LookUpPage: FC<LookUpProps> = ({ desk, customer, kept, answer, setUp }) => {
  const { here, frame, purpose } = desk;
  const texts = officeTextsIn(frame.language);
  const refusal = supplementRefusal(customer);
  const action = withPurpose(here[frame.language], purpose.name);
  const name = customer.own.legal_name ?? '';
  const found = answer !== null && answer !== 'changed' && answer.kind === 'found' ? answer : null;
  return (
    <DeskPage desk={desk} title={texts.companyTitle} page="officeCustomers">
      <p>
        <a class="ds-link" href={customerAddress(desk, customer.customerId)}>
          {name}
        </a>
      </p>
      <h1>{texts.companyTitle}</h1>
      {refusal !== null ? (
        <p class="lead">{texts.companyRefusals[refusal]}</p>
      ) : (
        <>
          <p class="lead">{texts.companyLead(name)}</p>
          {answer === null || found !== null ? null : (
            <div class="ds-alert" data-color="warning" role="alert">
              <p>{answerInWords(answer, texts)}</p>
            </div>
          )}
          {found === null ? null : <Compared {...{ desk, customer, action }} found={found} />}
          {setUp ? (
            <form method="post" action={action} class="office-form">
              <HiddenFields fields={{ act: 'look-up' }} />
              <div class="buttons">
                <button class="ds-button" data-variant={found === null ? 'primary' : 'secondary'} type="submit">
                  {found === null ? texts.companyAsk : texts.companyAskAgain}
                </button>
              </div>
            </form>
          ) : (
            <div class="ds-alert" data-color="warning">
              <p>{texts.companyNotSetUp}</p>
            </div>
          )}
        </>
      )}
      <Kept desk={desk} kept={kept} />
    </DeskPage>
  );
};

function answerInWords(
  answer: Exclude<CompanyAnswer, { kind: 'found' }> | CompanyAnswer | 'changed',
  texts: OfficeTexts,
): string {
  if (answer === 'changed') return texts.companyAnswers.changed;
  if (answer.kind === 'busy') return texts.companyBusy(answer.retryAfterSeconds);
  return answer.kind === 'found' ? '' : texts.companyAnswers[answer.kind];
}

const valueInWords = (value: string, texts: OfficeTexts): string =>
  Object.entries(texts.companyWords).find(([word]) => word === value)?.[1] ?? value;

interface ComparedProps extends Pick<LookUpProps, 'desk' | 'customer'> {
  readonly found: CompanyAnswer & { readonly kind: 'found' };
  readonly action: string;
}

const Compared: FC<ComparedProps> = ({ desk, customer, found, action }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const { take, field, ours, theirs } = texts.companyColumns;
  const values = [...valuesOf(found.company)];
  const own: Readonly<Record<string, string | null>> = customer.own;
  return (
    <form method="post" action={action} class="bulk">
      {isSoleTrader(found.company) ? <p class="hint">{texts.companySoleTrader}</p> : null}
      <table class="ds-table lines list-table">
        <caption class="hint">
          {texts.companySource(found.sourceName, dateInWords(dayOf(found.retrievedAt, policy), language))}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="marking">
              <span class="unseen">{take}</span>
            </th>
            {[field, ours, theirs].map((one) => (
              <th scope="col">{one}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {values.map(([name, value]) => (
            <tr>
              <td class="marking">
                <label class="mark">
                  <input class="ds-input" type="checkbox" name="take" value={name} />
                  <span class="unseen">{`${take}: ${texts.companyFields[name]}`}</span>
                </label>
              </td>
              <th scope="row" class="row-heading">
                {texts.companyFields[name]}
              </th>
              <td data-label={ours}>{own[name] ?? ''}</td>
              <td data-label={theirs}>
                {valueInWords(value, texts)}
                {own[name] === value ? <span class="hint"> ({texts.companySame})</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <HiddenFields
        fields={{ act: 'take', ...Object.fromEntries(values.map(([name, value]) => [`shown_${name}`, value])) }}
      />
      <div class="buttons">
        <button class="ds-button" type="submit">
          {texts.companyTake}
        </button>
      </div>
    </form>
  );
};

const Kept: FC<Pick<LookUpProps, 'desk' | 'kept'>> = ({ desk, kept }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  if (kept.length === 0) return null;
  const nameOf = (field: string): string =>
    isSupplementField(field) ? texts.companyFields[field as SupplementField] : field;
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{texts.companyKept}</h2>
      <dl class="terms">
        {kept.map(({ field, value, sourceName, sourceUrl, retrievedAt }) => (
          <div>
            <dt>{nameOf(field)}</dt>
            <dd>
              {valueInWords(value, texts)}
              <span class="hint block">
                <a class="ds-link" href={sourceUrl} rel="noreferrer">
                  {texts.companySource(sourceName, dateInWords(dayOf(retrievedAt, policy), language))}
                </a>
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
