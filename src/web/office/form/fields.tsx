/**
 * Fields of the office's forms: label, hint, what is wrong, and what was typed, which is never lost.
 *
 *     <OfficeForm desk={desk} state={state} action={address} submit={texts.save}>
 *       <TextField desk={desk} state={state} name="reference" label={texts.reference} longest={100} />
 *       <DateField … /> <AmountField … /> <AreaField … /> <SelectField options={[…]} … /> <RadioField … /> <CheckField … />
 *     </OfficeForm>
 *
 * `state` is a `FormState` of `web/forms`: values and faults by the name of the field. Read the form with `readForm`, its
 * values with `read-values.ts`, and answer faults with the same page and status 422.
 */
import type { Child, FC } from 'hono/jsx';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';

export interface OfficeFieldProps {
  readonly desk: Pick<Desk, 'frame'>;
  readonly state: FormState;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Fields that may be left empty say so, but for those of a filter, which all may. */
  readonly required?: boolean | 'filter';
}

/** What every control has in common: who describes it, and whether it is wrong. */
function described({ state, name, hint, required }: OfficeFieldProps): Readonly<Record<string, string | boolean>> {
  const fault = state.faults[name];
  const by = [hint === undefined ? '' : `${name}-hint`, fault === undefined ? '' : `${name}-fault`].filter(Boolean);
  return {
    ...(by.length === 0 ? {} : { 'aria-describedby': by.join(' ') }),
    ...(fault === undefined ? {} : { 'aria-invalid': 'true' }),
    ...(required === true ? { required: true } : {}),
  };
}

const Hints: FC<OfficeFieldProps> = ({ state, name, hint }) => {
  const fault = state.faults[name];
  return (
    <>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault === undefined ? null : (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </>
  );
};

const labelOf = ({ desk, label, required = false }: OfficeFieldProps): string =>
  required ? label : `${label} (${officeTextsIn(desk.frame.language).mayBeEmpty})`;

const Labelled: FC<OfficeFieldProps & { children?: Child }> = (props) => (
  <div class="field">
    <label class="ds-label" for={props.name}>
      {labelOf(props)}
    </label>
    <Hints {...props} />
    {props.children}
  </div>
);

interface TextProps extends OfficeFieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'url';
  readonly inputmode?: 'numeric' | 'decimal';
  readonly longest?: number;
  readonly autocomplete?: string;
}

export const TextField: FC<TextProps> = (props) => (
  <Labelled {...props}>
    <input
      class="ds-input"
      id={props.name}
      name={props.name}
      type={props.type ?? 'text'}
      value={props.state.values[props.name] ?? ''}
      autocomplete={props.autocomplete ?? 'off'}
      {...(props.inputmode === undefined ? {} : { inputmode: props.inputmode })}
      {...(props.longest === undefined ? {} : { maxlength: props.longest })}
      {...described(props)}
    />
  </Labelled>
);

export const AreaField: FC<OfficeFieldProps & { longest?: number; rows?: number }> = (props) => (
  <Labelled {...props}>
    <textarea
      class="ds-input"
      id={props.name}
      name={props.name}
      rows={props.rows ?? 5}
      {...(props.longest === undefined ? {} : { maxlength: props.longest })}
      {...described(props)}
    >
      {props.state.values[props.name] ?? ''}
    </textarea>
  </Labelled>
);

/** The value is a day as `2026-11-25`; the browser shows it as the reader writes days. */
export const DateField: FC<OfficeFieldProps & { min?: string; max?: string }> = (props) => (
  <Labelled {...props}>
    <input
      class="ds-input short"
      type="date"
      id={props.name}
      name={props.name}
      value={props.state.values[props.name] ?? ''}
      {...(props.min === undefined ? {} : { min: props.min })}
      {...(props.max === undefined ? {} : { max: props.max })}
      {...described(props)}
    />
  </Labelled>
);

/** Kroner, with a comma or a point before the øre; read it with `readAmount`. */
export const AmountField: FC<OfficeFieldProps> = (props) => (
  <Labelled {...props}>
    <div class="amount-field">
      <input
        class="ds-input short"
        id={props.name}
        name={props.name}
        inputmode="decimal"
        autocomplete="off"
        value={props.state.values[props.name] ?? ''}
        {...described(props)}
      />
      <span aria-hidden="true">kr</span>
    </div>
  </Labelled>
);

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Beside a radio button. */
  readonly hint?: string;
}

/** @param empty What stands for "nothing chosen"; absent where something always is. */
export const SelectField: FC<OfficeFieldProps & { options: readonly Option[]; empty?: string }> = (props) => (
  <Labelled {...props}>
    <select class="ds-input" id={props.name} name={props.name} {...described(props)}>
      {props.empty === undefined ? null : <option value="">{props.empty}</option>}
      {props.options.map(({ value, label }) => (
        <option value={value} selected={props.state.values[props.name] === value}>
          {label}
        </option>
      ))}
    </select>
  </Labelled>
);

/** For a few options that are better all seen; the summary's link leads to the first of them. */
export const RadioField: FC<OfficeFieldProps & { options: readonly Option[] }> = (props) => (
  <fieldset class="field" {...described({ ...props, required: false })}>
    <legend>{labelOf(props)}</legend>
    <Hints {...props} />
    {props.options.map(({ value, label, hint }, at) => (
      <label class="choice">
        <input
          class="ds-input"
          type="radio"
          id={at === 0 ? props.name : `${props.name}-${value}`}
          name={props.name}
          value={value}
          checked={props.state.values[props.name] === value}
        />
        <span>
          {label}
          {hint === undefined ? null : <span class="hint block">{hint}</span>}
        </span>
      </label>
    ))}
  </fieldset>
);

/** The value is `yes` when it is marked, and absent when not. */
export const CheckField: FC<OfficeFieldProps> = (props) => (
  <div class="field">
    <label class="choice">
      <input
        class="ds-input"
        type="checkbox"
        id={props.name}
        name={props.name}
        value="yes"
        checked={props.state.values[props.name] === 'yes'}
        {...described({ ...props, required: false })}
      />
      {props.label}
    </label>
    <Hints {...props} />
  </div>
);
