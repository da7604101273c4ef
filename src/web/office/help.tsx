/**
 * Help on every page of the office: how purposes work, and how to get about with the keyboard. It opens with a button and
 * closes with Escape, without scripts. The office has no shortcuts of single keys: screen readers use those themselves
 * (WCAG 2.1.4), and every place is near by Tab, by the skip link, or by the lists of links and headings that they have.
 */
import type { FC } from 'hono/jsx';
import { officeTextsIn } from '../texts/office.ts';
import type { Desk } from './desk.tsx';

export const Help: FC<{ desk: Pick<Desk, 'frame'> }> = ({ desk }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <>
      <button
        class="ds-button desk-help-open"
        data-variant="tertiary"
        data-size="sm"
        type="button"
        popovertarget="help"
      >
        <span aria-hidden="true">?</span> {texts.help}
      </button>
      <section class="desk-help" id="help" popover="auto" aria-labelledby="help-title">
        <h2 id="help-title">{texts.help}</h2>
        <dl>
          {texts.helpItems.map(([term, meaning]) => (
            <div>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <button
          class="ds-button"
          data-variant="secondary"
          type="button"
          popovertarget="help"
          popovertargetaction="hide"
        >
          {texts.closeHelp}
        </button>
      </section>
    </>
  );
};
