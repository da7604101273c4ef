/** A field of the forms of signing in: nothing typed here is kept as it stands, so no "why is it asked" beside it. */
import type { FC } from 'hono/jsx';

interface PlainFieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password';
  readonly autocomplete: string;
  readonly value?: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly inputmode?: 'numeric';
  readonly required?: boolean;
}

export const PlainField: FC<PlainFieldProps> = (props) => {
  const { id, name, label, hint, fault, required = true } = props;
  const described = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`];
  return (
    <div class="field">
      <label class="ds-label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault === undefined ? null : (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <input
        class="ds-input"
        id={id}
        name={name}
        type={props.type ?? 'text'}
        autocomplete={props.autocomplete}
        {...(props.value === undefined ? {} : { value: props.value })}
        {...(props.inputmode === undefined ? {} : { inputmode: props.inputmode })}
        {...(required ? { required: true } : {})}
        {...(fault === undefined ? {} : { 'aria-invalid': 'true' })}
        {...(described.join('') === '' ? {} : { 'aria-describedby': described.join(' ').trim() })}
      />
    </div>
  );
};
