/** The field that a file is chosen with. */
import type { FC } from 'hono/jsx';
import type { FormState } from '../../forms/field.tsx';

interface FileFieldProps {
  readonly state: FormState;
  readonly label: string;
  readonly hint: string;
  /** As the browser's dialogue narrows by. */
  readonly accept: string;
}

export const FileField: FC<FileFieldProps> = ({ state, label, hint, accept }) => {
  const fault = state.faults.file;
  return (
    <div class="field">
      <label class="ds-label" for="file">
        {label}
      </label>
      <p class="hint" id="file-hint">
        {hint}
      </p>
      {fault === undefined ? null : (
        <p class="fault" id="file-fault">
          {fault}
        </p>
      )}
      <input
        class="ds-input"
        type="file"
        id="file"
        name="file"
        accept={accept}
        required
        aria-describedby={fault === undefined ? 'file-hint' : 'file-hint file-fault'}
        {...(fault === undefined ? {} : { 'aria-invalid': 'true' })}
      />
    </div>
  );
};
