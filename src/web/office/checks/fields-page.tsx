/** Fields that nobody has read for a year, and what was decided about each. */
import type { FC } from 'hono/jsx';
import type { Field, UnusedField } from '../../../enforcement/index.ts';
import { dateInWords } from '../../../notice/index.ts';
import { LONGEST_DECISION } from '../../../records/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { AreaField, RadioField, SelectField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';

interface FieldsProps {
  readonly desk: Desk;
  readonly unused: readonly UnusedField[];
  /** The day on which counting began, and the first on which a field can be a year old. */
  readonly since: string;
  readonly first: string;
  readonly state: FormState;
}

/** As a form carries it. */
export const fieldValue = ({ table, column }: Field): string => `${table} ${column}`;

export const FieldsPage: FC<FieldsProps> = (props) => {
  const { desk, unused, since, first } = props;
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const open = unused.filter(({ decided }) => !decided);
  const done = unused.filter(({ decided }) => decided);
  return (
    <DeskPage desk={desk} title={texts.officeUnusedFields} page="officeUnusedFields">
      <h1>{texts.officeUnusedFields}</h1>
      <p class="lead">{texts.fieldsLead}</p>
      <p>{texts.fieldsSince(dateInWords(since, language), dateInWords(first, language))}</p>
      {unused.length === 0 ? <p>{texts.fieldsNone}</p> : null}
      {open.length === 0 ? null : (
        <section aria-labelledby="open">
          <h2 id="open">{texts.fieldsOpen}</h2>
          <Fields desk={desk} fields={open} />
          <h3>{texts.fieldDecide}</h3>
          <DecideForm {...props} unused={open} />
        </section>
      )}
      {done.length === 0 ? null : (
        <section aria-labelledby="done">
          <h2 id="done">{texts.fieldsDone}</h2>
          <Fields desk={desk} fields={done} />
        </section>
      )}
    </DeskPage>
  );
};

function labelOf({ frame: { policy, language } }: Desk, { table, column }: Field): string {
  const described = policy.tables[table];
  const label = described?.columns[column]?.label;
  return `${described?.label[language] ?? table}: ${label?.[language] ?? column}`;
}

const Fields: FC<{ desk: Desk; fields: readonly UnusedField[] }> = ({ desk, fields }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  return (
    <ul class="looks">
      {fields.map((field) => (
        <li>
          <strong>{labelOf(desk, field)}</strong>{' '}
          {field.lastReadOn === null
            ? texts.fieldNeverRead(dateInWords(field.knownSince, language))
            : texts.fieldLastRead(dateInWords(field.lastReadOn, language))}
          {field.decision === null ? null : (
            <span class="hint block">
              {texts.fieldDecidedOn(
                texts.fieldDecisions[field.decision.decision],
                dateInWords(field.decision.decidedOn, language),
              )}
              : {field.decision.reason}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};

const DecideForm: FC<FieldsProps> = ({ desk, unused, state }) => {
  const texts = officeTextsIn(desk.frame.language);
  const { fieldDecisions, fieldDecisionHints } = texts;
  return (
    <OfficeForm desk={desk} state={state} action={deskAddress(desk, 'officeUnusedFields')} submit={texts.fieldDecide}>
      <SelectField
        {...{ desk, state }}
        name="field"
        label={texts.fieldWhich}
        empty={texts.fieldChoose}
        options={unused.map((field) => ({ value: fieldValue(field), label: labelOf(desk, field) }))}
        required
      />
      <RadioField
        {...{ desk, state }}
        name="decision"
        label={texts.fieldDecision}
        options={(['keep', 'remove'] as const).map((value) => ({
          value,
          label: fieldDecisions[value],
          hint: fieldDecisionHints[value],
        }))}
        required
      />
      <AreaField
        {...{ desk, state }}
        name="reason"
        label={texts.fieldReason}
        longest={LONGEST_DECISION}
        rows={3}
        required
      />
    </OfficeForm>
  );
};
