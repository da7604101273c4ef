/** One order on invoice: whether credit is checked, what came, and what a human being decides. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import { CREDIT_REASONS, type CreditCase, type CreditCheck } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { deskAddress, withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { AreaField, RadioField, SelectField } from '../form/fields.tsx';
import { EMPTY_FORM, OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import type { DeskWithPurpose } from '../only-purpose.ts';
import { Terms } from '../policy/listed.tsx';
import { timeInWords } from '../value.tsx';

export const LONGEST_NOTE = 500;

export interface OpenedCase {
  readonly credit: CreditCase;
  readonly check: CreditCheck | null;
  /** What the bureau wrote, opened for whoever decides; null where there is none any more. */
  readonly report: string | null;
  readonly setUp: boolean;
}

interface CaseProps {
  readonly desk: DeskWithPurpose;
  readonly opened: OpenedCase;
  readonly state: FormState;
}

export const CreditCasePage: FC<CaseProps> = ({ desk, opened, state }) => {
  const { frame } = desk;
  const texts = officeTextsIn(frame.language);
  const { credit, check } = opened;
  const { customer } = credit;
  const title = texts.creditCaseTitle(credit.orderNumber);
  return (
    <DeskPage desk={desk} title={title} page="officeCredit">
      <p>
        <a class="ds-link" href={deskAddress(desk, 'officeCredit')}>
          {texts.creditBack}
        </a>
      </p>
      <h1>{title}</h1>
      <Terms
        terms={[
          [texts.creditColumns.buyer, customer.legalName],
          [texts.creditColumns.amount, amountInWords(credit.amountOre, frame.language)],
          [texts.creditColumns.placed, timeInWords(credit.placedAt, frame.policy, frame.language)],
          [texts.creditTerms, texts.creditPaymentTerms[credit.paymentTerms]],
        ]}
      />
      {check === null ? <Ask desk={desk} opened={opened} state={state} /> : <Answer desk={desk} opened={opened} />}
      {check === null || check.outcome !== null || check.answer === null ? null : <Decide desk={desk} state={state} />}
    </DeskPage>
  );
};

const hereOf = ({ here, frame, purpose }: DeskWithPurpose): string => withPurpose(here[frame.language], purpose.name);

const Ask: FC<CaseProps> = ({ desk, opened, state }) => {
  const texts = officeTextsIn(desk.frame.language);
  const { credit, setUp } = opened;
  if (credit.paymentTerms !== 'invoice' || credit.status !== 'placed') {
    return (
      <p class="lead">
        {texts.creditRefusals[credit.paymentTerms === 'invoice' ? 'order-moved-on' : 'not-on-invoice']}
      </p>
    );
  }
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{texts.creditAskTitle}</h2>
      <p>{texts.creditAskLead}</p>
      {setUp ? (
        <OfficeForm desk={desk} state={state} action={hereOf(desk)} submit={texts.creditAsk}>
          <SelectField
            desk={desk}
            state={state}
            name="reason"
            label={texts.creditReason}
            hint={texts.creditReasonHint}
            required
            empty={texts.creditReasonNone}
            options={CREDIT_REASONS.map((value) => ({ value, label: texts.creditReasons[value] }))}
          />
          <HiddenFields fields={{ act: 'ask' }} />
        </OfficeForm>
      ) : (
        <div class="ds-alert" data-color="warning">
          <p>{texts.creditNotSetUp}</p>
        </div>
      )}
    </section>
  );
};

const Answer: FC<{ desk: DeskWithPurpose; opened: OpenedCase }> = ({ desk, opened: { check, report, setUp } }) => {
  const { frame } = desk;
  const { language } = frame;
  const texts = officeTextsIn(language);
  if (check === null) return null;
  const reason = CREDIT_REASONS.find((one) => one === check.reason);
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{texts.creditAnswerTitle}</h2>
      <Terms
        terms={[
          [texts.creditProvider, check.provider],
          [texts.creditAskedAt, timeInWords(check.requestedAt, frame.policy, language)],
          [texts.creditReason, reason === undefined ? check.reason : texts.creditReasons[reason]],
          [texts.creditAnswer, check.answer === null ? texts.creditNoAnswer : texts.creditAnswers[check.answer]],
          [texts.creditCopy, check.copySentAt === null ? null : timeInWords(check.copySentAt, frame.policy, language)],
          [texts.creditOutcome, check.outcome === null ? null : texts.creditOutcomes[check.outcome]],
          [texts.creditNote, check.decisionNote],
        ]}
      />
      {report === null ? null : (
        <div class="ds-card credit-report" data-variant="tinted">
          <h3>{texts.creditReport}</h3>
          <p class="as-written">{report}</p>
          <p class="hint">
            {texts.creditReportGoes(check.reportDeleteOn === null ? '' : dateInWords(check.reportDeleteOn, language))}
          </p>
        </div>
      )}
      {check.outcome === null ? null : <p class="hint">{texts.creditReportGone}</p>}
      {check.answer !== null || check.outcome !== null || !setUp ? null : (
        <OfficeForm desk={desk} state={EMPTY_FORM} action={hereOf(desk)} submit={texts.creditAskAgain}>
          <HiddenFields fields={{ act: 'again' }} />
        </OfficeForm>
      )}
    </section>
  );
};

const Decide: FC<{ desk: DeskWithPurpose; state: FormState }> = ({ desk, state }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{texts.creditDecideTitle}</h2>
      <p>{texts.creditDecideLead}</p>
      <OfficeForm desk={desk} state={state} action={hereOf(desk)} submit={texts.creditDecide}>
        <RadioField
          desk={desk}
          state={state}
          name="outcome"
          label={texts.creditOutcome}
          required
          options={[
            { value: 'invoice', label: texts.creditOutcomes.invoice },
            { value: 'prepayment', label: texts.creditOutcomes.prepayment, hint: texts.creditPrepaymentHint },
          ]}
        />
        <AreaField
          desk={desk}
          state={state}
          name="note"
          label={texts.creditNote}
          hint={texts.creditNoteHint}
          longest={LONGEST_NOTE}
          rows={3}
        />
        <HiddenFields fields={{ act: 'decide' }} />
      </OfficeForm>
    </section>
  );
};
