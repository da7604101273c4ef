/**
 * What every page of the office has around it: the menu, the purpose one works for, always in sight, and what one has
 * just done. On a desk the menu stands at the side; on a phone it is opened with a button, without scripts (popover).
 */
import type { FC, PropsWithChildren } from 'hono/jsx';
import { addressOf, type PageName } from '../addresses.ts';
import { Layout } from '../layout.tsx';
import { officeTextsIn } from '../texts/office.ts';
import { type Desk, deskAddress, withPurpose } from './desk.tsx';
import { JustDone } from './flash/message.tsx';
import { Help } from './help.tsx';
import { offeredMenu } from './menu.ts';

interface DeskPageProps {
  readonly desk: Desk;
  readonly title: string;
  readonly page: PageName;
  /** The page shows one customer: changing the purpose opens the same customer again. */
  readonly customer?: boolean;
  /** As `Layout` has it. */
  readonly script?: string;
}

export const DeskPage: FC<PropsWithChildren<DeskPageProps>> = ({ desk, title, page, customer, script, children }) => {
  const { frame, here, purpose } = desk;
  const other = frame.language === 'nb' ? 'en' : 'nb';
  return (
    <Layout
      frame={frame}
      title={title}
      page="office"
      otherAddress={withPurpose(here[other], purpose?.name ?? null)}
      {...(script === undefined ? {} : { script })}
    >
      <div class="desk">
        <div class="desk-side">
          {purpose === null ? null : <PurposeBar desk={desk} customer={customer === true} />}
          <div class="desk-nav">
            <DeskMenu desk={desk} page={page} />
            <Help desk={desk} />
          </div>
        </div>
        <div class="desk-page">
          <JustDone desk={desk} />
          {children}
        </div>
      </div>
    </Layout>
  );
};

const DeskMenu: FC<{ desk: Desk; page: PageName }> = ({ desk, page }) => {
  const { frame, own, purpose } = desk;
  const texts = officeTextsIn(frame.language);
  const current = (one: PageName) => (one === page ? { 'aria-current': 'page' as const } : {});
  return (
    <>
      <button class="ds-button desk-menu-open" data-variant="secondary" type="button" popovertarget="desk-menu">
        {texts.openMenu}
      </button>
      <nav class="desk-menu" id="desk-menu" popover="auto" aria-label={texts.officeNavigation}>
        <button
          class="ds-button desk-menu-close"
          data-variant="tertiary"
          type="button"
          popovertarget="desk-menu"
          popovertargetaction="hide"
        >
          {texts.closeMenu}
        </button>
        <ul>
          <li>
            <a href={withPurpose(addressOf('office', frame.language), purpose?.name ?? null)} {...current('office')}>
              {texts.today}
            </a>
          </li>
        </ul>
        {offeredMenu(frame.policy, own, purpose).map(({ name, entries }) => (
          <>
            <p class="desk-menu-group" id={`menu-${name}`}>
              {texts.menuGroups[name]}
            </p>
            <ul aria-labelledby={`menu-${name}`}>
              {entries.map((entry) => (
                <li>
                  <a href={deskAddress(desk, entry.page)} {...current(entry.page)}>
                    {texts[entry.page]}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ))}
      </nav>
    </>
  );
};

/** Works without scripts: a form that asks for the same page again. */
const PurposeBar: FC<{ desk: Desk; customer: boolean }> = ({ desk, customer }) => {
  const { frame, own, purpose, here } = desk;
  const { language } = frame;
  const texts = officeTextsIn(language);
  return (
    <div class="desk-purpose">
      <p>
        {texts.purposeNow} <strong>{purpose?.label[language]}</strong>
      </p>
      {own.length < 2 ? null : (
        <form class="desk-change" method="get" action={here[language]}>
          <label for="purpose">{customer ? texts.changeCustomerPurpose : texts.changePurpose}</label>
          <div class="together">
            <select class="ds-input" id="purpose" name="purpose">
              {own.map(({ name, label }) => (
                <option value={name} selected={name === purpose?.name}>
                  {label[language]}
                </option>
              ))}
            </select>
            <button class="ds-button" data-variant="secondary" type="submit">
              {customer ? texts.openFor : texts.change}
            </button>
          </div>
        </form>
      )}
    </div>
  );
};
