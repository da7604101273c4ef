/**
 * The way from a list to a file of it, narrowed and sorted as it is: below the list, where the purpose acted for may take
 * lists out. It is posted, so that it is recorded of whoever pressed the button and nobody else.
 */
import type { FC } from 'hono/jsx';
import { accessOfPurpose, type Policy } from '../../../policy/index.ts';
import { EXPORT_TABLE } from '../../../register/index.ts';
import { addressOf } from '../../addresses.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, withPurpose } from '../desk.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';

/** Whether a purpose may record that it took a list out, without which it takes none. */
export const takesListsOut = (policy: Policy, purpose: string): boolean =>
  accessOfPurpose(policy, purpose).some(({ table, insert }) => table === EXPORT_TABLE && insert.length > 0);

interface TakeOutProps {
  readonly desk: Desk;
  /** The name under which the list is taken out. */
  readonly name: string;
  /** What it is narrowed and sorted by. */
  readonly fields?: Readonly<Record<string, string>>;
}

export const TakeOut: FC<TakeOutProps> = ({ desk, name, fields = {} }) => {
  const { frame, purpose } = desk;
  const texts = officeTextsIn(frame.language);
  if (purpose === null || !takesListsOut(frame.policy, purpose.name)) return null;
  const action = withPurpose(`${addressOf('officeExports', frame.language)}/${name}`, purpose.name);
  return (
    <form method="post" action={action} class="take-out" aria-label={texts.exportThis}>
      <HiddenFields fields={fields} />
      <p class="hint">{texts.exportThisMeans}</p>
      <div class="buttons">
        {(['xlsx', 'csv'] as const).map((format) => (
          <button class="ds-button" data-variant="tertiary" data-size="sm" type="submit" name="format" value={format}>
            {texts.exportThisAs(texts.exportFormats[format])}
          </button>
        ))}
      </div>
    </form>
  );
};
