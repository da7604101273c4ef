/** A field for one file. What was chosen cannot be shown again: the browser keeps that to itself. */
import type { FC } from 'hono/jsx';
import type { OfficeFieldProps } from '../form/fields.tsx';

export const FileField: FC<OfficeFieldProps> = ({ state, name, label, hint, required }) => {
  const fault = state.faults[name];
  const by = [hint === undefined ? '' : `${name}-hint`, fault === undefined ? '' : `${name}-fault`].filter(Boolean);
  return (
    <div class="field">
      <label class="ds-label" for={name}>
        {label}
      </label>
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
      <input
        class="ds-input"
        type="file"
        id={name}
        name={name}
        accept=".csv,.xlsx,text/csv"
        {...(by.length === 0 ? {} : { 'aria-describedby': by.join(' ') })}
        {...(fault === undefined ? {} : { 'aria-invalid': 'true' })}
        {...(required === true ? { required: true } : {})}
      />
    </div>
  );
};
