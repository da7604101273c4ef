/**
 * The same customer for each of one's own purposes. A tab is a link, and following it changes the purpose one acts for,
 * which the frame of the page says too.
 */
import type { FC } from 'hono/jsx';
import { purposeView } from '../../../register/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, withPurpose } from '../desk.tsx';

export const PurposeTabs: FC<{ desk: Desk }> = ({ desk }) => {
  const { frame, own, purpose, here } = desk;
  const { policy, language } = frame;
  const opening = own.filter(({ name }) => purposeView(policy, name).customer !== null);
  if (opening.length < 2) return null;
  return (
    <nav class="tabs" aria-label={officeTextsIn(language).customerTabs}>
      <ul>
        {opening.map(({ name, label }) => (
          <li>
            <a
              href={withPurpose(here[language], name)}
              {...(name === purpose?.name ? { 'aria-current': 'true' as const } : {})}
            >
              {label[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
