/** The page of what was given for a particular need: what stands, what is over, and a form for a copy handed out. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import { type Disclosure, LONGEST_NEED, occasionalRecipients } from '../../../records/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { AreaField, DateField, SelectField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';

interface DisclosuresProps {
  readonly desk: Desk;
  readonly disclosures: readonly Disclosure[];
  readonly names: ReadonlyMap<string, string>;
  readonly state: FormState;
  readonly marked: readonly string[];
  readonly today: string;
}

export const DisclosuresPage: FC<DisclosuresProps> = (props) => {
  const { desk, disclosures, state, marked } = props;
  const texts = officeTextsIn(desk.frame.language);
  const open = disclosures.filter(({ endedOn }) => endedOn === null);
  const ended = disclosures.filter(({ endedOn }) => endedOn !== null);
  return (
    <DeskPage desk={desk} title={texts.officeDisclosures} page="officeStaff">
      <h1>{texts.officeDisclosures}</h1>
      <p class="lead">{texts.disclosuresLead}</p>
      <h2>{texts.disclosureOpen}</h2>
      {open.length === 0 ? <p>{texts.disclosureNone}</p> : null}
      {open.map((disclosure) => (
        <OneDisclosure {...props} disclosure={disclosure} />
      ))}
      {ended.length === 0 ? null : (
        <details>
          <summary>
            {texts.disclosureEnded} ({ended.length})
          </summary>
          {ended.map((disclosure) => (
            <OneDisclosure {...props} disclosure={disclosure} />
          ))}
        </details>
      )}
      <h2>{texts.disclosureNew}</h2>
      <CopyForm desk={desk} state={state} marked={marked} />
    </DeskPage>
  );
};

const OneDisclosure: FC<DisclosuresProps & { disclosure: Disclosure }> = ({ desk, disclosure, names, today }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const columns = texts.disclosureColumns;
  const { disclosureId, form, adviserId, recipient, purpose, categories, endedOn } = disclosure;
  const facts = [
    [
      columns.form,
      adviserId === null
        ? texts.disclosureForms[form]
        : texts.disclosureAdviser(nameOf(names, adviserId, texts.somebodyDeleted)),
    ],
    [
      columns.what,
      `${policy.purposes[purpose]?.label[language] ?? purpose}: ${categories.map((name) => policy.categories[name]?.label[language] ?? name).join(', ')}`,
    ],
    [columns.reason, disclosure.reason],
    [columns.given, dateInWords(disclosure.givenOn, language)],
    [columns.until, dateInWords(disclosure.until, language)],
    ...(endedOn === null ? [] : [[columns.ended, dateInWords(endedOn, language)] as const]),
    [columns.by, nameOf(names, disclosure.decidedBy, texts.somebodyDeleted)],
  ] as const;
  return (
    <section class="ds-card thing" aria-labelledby={`given-${disclosureId}`}>
      <h3 id={`given-${disclosureId}`}>{policy.recipients[recipient]?.label ?? recipient}</h3>
      {endedOn === null && disclosure.until < today && form === 'copy' ? (
        <p class="ds-alert" data-color="danger">
          {texts.disclosureOverdue}
        </p>
      ) : null}
      <dl class="terms">
        {facts.map(([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {endedOn === null && form === 'copy' ? (
        <form method="post" action={deskAddress(desk, 'officeDisclosures')}>
          <HiddenFields fields={{ ended: disclosureId }} />
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
            {texts.disclosureEnd}
          </button>
        </form>
      ) : null}
    </section>
  );
};

const nameOf = (names: ReadonlyMap<string, string>, id: string, unknown: string): string => names.get(id) ?? unknown;

const CopyForm: FC<{ desk: Desk; state: FormState; marked: readonly string[] }> = ({ desk, state, marked }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const recipients = occasionalRecipients(policy).flatMap((name) => policy.recipients[name] ?? []);
  const purposes = [...new Set(recipients.flatMap((recipient) => recipient.purposes))];
  const categories = [...new Set(recipients.flatMap((recipient) => recipient.categories))];
  const labelled = (names: readonly string[], among: typeof policy.purposes | typeof policy.categories) =>
    names.map((value) => ({ value, label: among[value]?.label[language] ?? value }));
  return (
    <OfficeForm
      desk={desk}
      state={state}
      action={deskAddress(desk, 'officeDisclosures')}
      submit={texts.disclosureRecord}
    >
      <SelectField
        {...{ desk, state }}
        name="recipient"
        label={texts.disclosureColumns.recipient}
        empty={texts.staffRecipientNone}
        options={recipients.map(({ name, label }) => ({ value: name, label }))}
        required
      />
      <SelectField
        {...{ desk, state }}
        name="purposeGiven"
        label={texts.disclosurePurpose}
        empty="–"
        options={labelled(purposes, policy.purposes)}
        required
      />
      <fieldset class="field" id="categories" tabindex={-1}>
        <legend>{texts.disclosureWhat}</legend>
        {state.faults.categories === undefined ? null : <p class="fault">{state.faults.categories}</p>}
        <div class="role-choices">
          {labelled(categories, policy.categories).map(({ value, label }) => (
            <label class="choice">
              <input
                class="ds-input"
                type="checkbox"
                name="categories"
                value={value}
                checked={marked.includes(value)}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <AreaField
        {...{ desk, state }}
        name="reason"
        label={texts.staffReason}
        hint={texts.staffReasonHint}
        longest={LONGEST_NEED}
        rows={3}
        required
      />
      <DateField {...{ desk, state }} name="until" label={texts.disclosureUntil} required />
    </OfficeForm>
  );
};
