/** The message of what was just done, on top of the page one was led to. */
import type { FC } from 'hono/jsx';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';

export const JustDone: FC<{ desk: Desk }> = ({ desk: { frame, done } }) => {
  if (done === null) return null;
  const texts = officeTextsIn(frame.language);
  const { says, tone = 'success', undo, onwards } = done;
  return (
    <div class="ds-alert just-done" data-color={tone} role={tone === 'success' ? 'status' : 'alert'}>
      <p>{says(texts)}</p>
      {onwards === undefined ? null : (
        <a class="ds-link" href={onwards.href}>
          {onwards.text(texts)}
        </a>
      )}
      {undo === undefined ? null : (
        <form method="post" action={undo.action}>
          <HiddenFields fields={undo.fields} />
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
            {texts.undo}
          </button>
        </form>
      )}
    </div>
  );
};
