/** A form of the office: posted, with the summary of what is wrong on top, which has the focus when there is any. */
import type { Child, FC } from 'hono/jsx';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';

interface OfficeFormProps {
  readonly desk: Pick<Desk, 'frame'>;
  readonly state: FormState;
  /** With the purpose. */
  readonly action: string;
  /** The words of the button. */
  readonly submit: string;
  /** Where one goes without saving. */
  readonly cancel?: string;
  /** Takes a file. */
  readonly file?: boolean;
  readonly children?: Child;
}

export const EMPTY_FORM: FormState = { values: {}, faults: {} };

export const OfficeForm: FC<OfficeFormProps> = ({ desk, state, action, submit, cancel, file, children }) => (
  <form
    method="post"
    action={action}
    class="office-form"
    novalidate
    {...(file === true ? { enctype: 'multipart/form-data' } : {})}
  >
    <FormFaults desk={desk} state={state} />
    {children}
    <div class="buttons">
      <button class="ds-button" type="submit">
        {submit}
      </button>
      {cancel === undefined ? null : (
        <a class="ds-button" data-variant="tertiary" href={cancel}>
          {officeTextsIn(desk.frame.language).cancel}
        </a>
      )}
    </div>
  </form>
);

/** Every fault with a link to its field. A fault under the name `form` is about the whole and links nowhere. */
export const FormFaults: FC<{ desk: Pick<Desk, 'frame'>; state: FormState }> = ({ desk, state }) => {
  const faults = Object.entries(state.faults);
  if (faults.length === 0) return null;
  return (
    <div class="ds-alert" data-color="danger" role="alert" tabindex={-1} autofocus>
      <p>{officeTextsIn(desk.frame.language).formFaults(faults.length)}</p>
      <ul>
        {faults.map(([name, fault]) => (
          <li>{name === 'form' ? fault : <a href={`#${name}`}>{fault}</a>}</li>
        ))}
      </ul>
    </div>
  );
};
