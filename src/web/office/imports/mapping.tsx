/** Which column is which field: our guess, and how somebody changes it. */
import type { FC } from 'hono/jsx';
import { IMPORT_FIELDS, type ImportRun, type StoredRows } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { SelectField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { importAddress } from './addresses.ts';

interface MappingProps {
  readonly desk: Desk;
  readonly run: ImportRun;
  readonly stored: StoredRows;
  readonly state: FormState;
}

/** A heading as it is shown; one that is empty, or held a number that may not lie here, is called by its place. */
export const headingOf = (header: readonly string[], column: number, numbered: (column: number) => string): string => {
  const heading = header[column] ?? '';
  return /^[^\p{L}\p{N}]*$/u.test(heading) || heading.startsWith('\u0001') ? numbered(column + 1) : heading;
};

export const MappingForm: FC<MappingProps> = ({ desk, run, stored: { header }, state }) => {
  const texts = officeTextsIn(desk.frame.language);
  const options = header.map((_, column) => ({
    value: String(column),
    label: headingOf(header, column, texts.importColumnNumber),
  }));
  return (
    <section aria-labelledby="mapping">
      <h2 id="mapping">{texts.importMapping}</h2>
      <p>{texts.importMappingLead}</p>
      <OfficeForm
        desk={desk}
        state={state}
        action={importAddress(desk, run.importId, 'columns')}
        submit={texts.importUseColumns}
      >
        {IMPORT_FIELDS[run.kind].map(({ name, required }) => (
          <SelectField
            desk={desk}
            state={state}
            name={name}
            label={fieldLabel(texts, name)}
            options={options}
            empty={texts.importNoColumn}
            required={required}
          />
        ))}
      </OfficeForm>
    </section>
  );
};

export const fieldLabel = (texts: ReturnType<typeof officeTextsIn>, field: string): string =>
  Object.entries(texts.importFields).find(([name]) => name === field)?.[1] ?? field;
