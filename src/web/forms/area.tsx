/** A field for a longer text: its label, what is wrong with it, why it is asked for. */
import type { FC } from 'hono/jsx';
import type { Language, Policy } from '../../policy/index.ts';
import { type FormState, WhyAsked } from './field.tsx';

interface AreaProps {
  readonly policy: Policy;
  readonly language: Language;
  readonly state: FormState;
  readonly name: string;
  readonly label: string;
  /** Qualified: where the answer is kept. */
  readonly column: string;
  readonly hint: string;
  readonly longest: number;
}

export const Area: FC<AreaProps> = ({ policy, language, state, name, label, column, hint, longest }) => {
  const fault = state.faults[name];
  return (
    <div class="field">
      <label class="ds-label" for={name}>
        {label}
      </label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {fault === undefined ? null : (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
      <textarea
        class="ds-input"
        id={name}
        name={name}
        rows={6}
        maxlength={longest}
        required
        aria-describedby={fault === undefined ? `${name}-hint` : `${name}-hint ${name}-fault`}
        {...(fault === undefined ? {} : { 'aria-invalid': 'true' })}
      >
        {state.values[name] ?? ''}
      </textarea>
      <WhyAsked policy={policy} language={language} column={column} label={label} />
    </div>
  );
};
