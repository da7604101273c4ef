/** Choosing what one works for: one's own purposes in plain words. Nothing of people is shown before one is chosen. */
import type { FC } from 'hono/jsx';
import { purposeView } from '../../register/index.ts';
import { officeTextsIn } from '../texts/office.ts';
import { type Desk, withPurpose } from './desk.tsx';
import { DeskPage } from './desk-page.tsx';
import { basisOf } from './purposes-in-words.tsx';

/** @param target Where the choice leads: the page that was asked for without a purpose. */
export const ChoosePage: FC<{ desk: Desk; target: string }> = ({ desk, target }) => {
  const { frame, own, staff } = desk;
  const { policy, language } = frame;
  const texts = officeTextsIn(language);
  const roles = staff.roles.map((role) => policy.roles[role]?.label[language] ?? role).join(', ');
  return (
    <DeskPage desk={desk} title={texts.choosePurpose} page="office">
      <h1>{texts.choosePurpose}</h1>
      <p class="lead">{own.length === 0 ? texts.noPurposes : texts.choosePurposeLead}</p>
      <p class="hint">
        {texts.yourRoles}: {roles}
      </p>
      <Purposes desk={desk} target={target} basis />
    </DeskPage>
  );
};

/** One's own purposes in plain words. @param basis Says on which lawful basis too. */
export const Purposes: FC<{ desk: Desk; target: string; basis?: boolean }> = ({ desk, target, basis }) => {
  const { frame, own } = desk;
  const { policy, language } = frame;
  const texts = officeTextsIn(language);
  return (
    <ul class={basis === true ? 'cards purposes' : 'cards purposes compact'}>
      {own.map((purpose) => (
        <li class="ds-card" data-variant="tinted">
          <h2>
            <a class="ds-link" href={withPurpose(target, purpose.name)}>
              {purpose.label[language]}
            </a>
          </h2>
          <p>{purpose.description[language]}</p>
          {basis !== true ? null : (
            <p class="hint">
              {texts.whyBasis}: {basisOf(purpose, language)}
            </p>
          )}
          {purposeView(policy, purpose.name).customer === null ? (
            <p class="hint">{texts.noCustomersForPurpose}.</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
};
