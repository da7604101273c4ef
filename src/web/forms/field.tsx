/** One field of a form: its label, what is wrong with it, why it is asked for. */
import type { FC } from 'hono/jsx';
import type { Language, Policy } from '../../policy/index.ts';
import { textsIn } from '../texts/index.ts';
import { fieldInfo } from './field-info.ts';

export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  /** Messages by the name of the field, in the reader's language. */
  readonly faults: Readonly<Record<string, string>>;
}

interface FieldProps {
  readonly policy: Policy;
  readonly language: Language;
  readonly state: FormState;
  readonly name: string;
  readonly label: string;
  /** Qualified: where the answer is kept. */
  readonly column: string;
  readonly type?: 'text' | 'email' | 'tel';
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric';
  readonly required?: boolean;
  /** Whether it says that it may be left empty; by default every field does that is not required. */
  readonly marked?: boolean;
  readonly hint?: string;
}

export const Field: FC<FieldProps> = (props) => {
  const { policy, language, state, name, label, column, required = false } = props;
  const fault = state.faults[name];
  const described = [props.hint === undefined ? '' : `${name}-hint`, fault === undefined ? '' : `${name}-fault`];
  return (
    <div class="field">
      <label class="ds-label" for={name}>
        {label}
        {required || props.marked === false ? '' : ` (${textsIn(language).optional})`}
      </label>
      {props.hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {props.hint}
        </p>
      )}
      {fault === undefined ? null : (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
      <input
        class="ds-input"
        id={name}
        name={name}
        type={props.type ?? 'text'}
        value={state.values[name] ?? ''}
        {...(props.autocomplete === undefined ? {} : { autocomplete: props.autocomplete })}
        {...(props.inputmode === undefined ? {} : { inputmode: props.inputmode })}
        {...(required ? { required: true } : {})}
        {...(fault === undefined ? {} : { 'aria-invalid': 'true' })}
        {...(described.join('') === '' ? {} : { 'aria-describedby': described.join(' ').trim() })}
      />
      <WhyAsked policy={policy} language={language} column={column} label={label} />
    </div>
  );
};

/** Opens without scripts; names the field, so that a screen reader's list of them can be told apart. */
export const WhyAsked: FC<{ policy: Policy; language: Language; column: string; label: string }> = (props) => {
  const { policy, language, column, label } = props;
  const texts = textsIn(language);
  const { usedFor, keptFor } = fieldInfo(policy, column, language);
  return (
    <details>
      <summary aria-label={`${label}: ${texts.whyAsked}`}>{texts.whyAsked}</summary>
      <p class="hint">{texts.usedFor}:</p>
      <ul>
        {usedFor.map((purpose) => (
          <li>{purpose}</li>
        ))}
      </ul>
      <p class="hint">{texts.keptFor}:</p>
      <ul>
        {keptFor.map(({ period, rule }) => (
          <li>
            {period}: {rule}
          </li>
        ))}
      </ul>
    </details>
  );
};

export const FaultSummary: FC<{ state: FormState; language: Language }> = ({ state, language }) => {
  const faults = Object.entries(state.faults);
  if (faults.length === 0) return null;
  return (
    <div class="ds-alert" data-color="danger" role="alert">
      <p>{textsIn(language).faults}</p>
      <ul>
        {faults.map(([name, fault]) => (
          <li>
            <a href={`#${name}`}>{fault}</a>
          </li>
        ))}
      </ul>
    </div>
  );
};
