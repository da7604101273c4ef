/**
 * What will be done with the rows that were marked, before it is: one line a row, those that it cannot be done with
 * apart and with the reason. Confirming posts the rows again with the field `confirm`.
 */
import type { Child, FC } from 'hono/jsx';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';

export interface Effect {
  readonly key: string;
  /** What the row is called, as its number. */
  readonly row: Child;
  /** What becomes of it; where it cannot be done: why not. */
  readonly effect: string;
  readonly possible: boolean;
}

interface BulkPreviewProps {
  readonly desk: Desk;
  readonly effects: readonly Effect[];
  /** Where it is posted to, with the purpose. */
  readonly action: string;
  /** The words of the button, as "Confirm 3 orders". */
  readonly confirm: string;
  /** The list one came from. */
  readonly cancel: string;
  /** Fields to fill in for all of them. */
  readonly children?: Child;
}

export const BulkPreview: FC<BulkPreviewProps> = ({ desk, effects, action, confirm, cancel, children }) => {
  const texts = officeTextsIn(desk.frame.language);
  const possible = effects.filter((one) => one.possible);
  const impossible = effects.filter((one) => !one.possible);
  return (
    <>
      {effects.length === 0 ? <p class="lead">{texts.nothingMarked}</p> : null}
      {possible.length === 0 ? null : (
        <section aria-labelledby="will-change">
          <h2 id="will-change">{texts.willChange(possible.length)}</h2>
          <Effects effects={possible} />
        </section>
      )}
      {impossible.length === 0 ? null : (
        <section aria-labelledby="will-not-change">
          <h2 id="will-not-change">{texts.willNotChange(impossible.length)}</h2>
          <Effects effects={impossible} />
        </section>
      )}
      <form method="post" action={action} class="office-form">
        <HiddenFields fields={{ chosen: possible.map(({ key }) => key), confirm: 'yes' }} />
        {children}
        <div class="buttons">
          {possible.length === 0 ? null : (
            <button class="ds-button" type="submit">
              {confirm}
            </button>
          )}
          <a class="ds-button" data-variant="tertiary" href={cancel}>
            {possible.length === 0 ? texts.backToList : texts.cancel}
          </a>
        </div>
      </form>
    </>
  );
};

const Effects: FC<{ effects: readonly Effect[] }> = ({ effects }) => (
  <ul class="rows effects">
    {effects.map(({ row, effect }) => (
      <li>
        <span>{row}</span>
        <span class="hint">{effect}</span>
      </li>
    ))}
  </ul>
);
