/** Between the log and what was out of the ordinary in it. */
import type { FC } from 'hono/jsx';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';

const PAGES = ['officeAccessLog', 'officeUnusualLooks'] as const;

export const LooksMenu: FC<{ desk: Desk; page: (typeof PAGES)[number] }> = ({ desk, page }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <nav aria-label={texts.officeAccessLog}>
      <ul class="menu">
        {PAGES.map((one) => (
          <li>
            <a class="ds-link" href={deskAddress(desk, one)} {...(one === page ? { 'aria-current': 'page' } : {})}>
              {texts[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
