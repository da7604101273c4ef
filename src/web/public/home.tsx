/** The front page: what one can do here. */
import type { FC } from 'hono/jsx';
import { addressOf } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { offersPage } from '../offered.ts';
import { textsIn } from '../texts/index.ts';

export const HomePage: FC<{ frame: Frame }> = ({ frame }) => {
  const { policy, language, viewer } = frame;
  const texts = textsIn(language);
  const cards = [
    { page: 'order', text: texts.homeOrder },
    { page: 'register', text: texts.homeRegister },
    ...(viewer === null
      ? ([{ page: 'signIn', text: texts.homeSignIn }] as const)
      : ([{ page: 'myPage', text: texts.homeMyPage }] as const)),
    { page: 'privacy', text: texts.homePrivacy },
  ] as const;
  return (
    <Layout frame={frame} title={texts.home} page="home">
      <h1>{texts.homeTitle(policy.controller.name)}</h1>
      <p class="lead">{texts.homeLead}</p>
      <p class="actions">
        {offersPage(policy, 'order') ? (
          <a class="ds-button" href={addressOf('order', language)}>
            {texts.homeOrderNow}
          </a>
        ) : null}
        {viewer === null && offersPage(policy, 'register') ? (
          <a class="ds-button" data-variant="secondary" href={addressOf('register', language)}>
            {texts.register}
          </a>
        ) : null}
      </p>
      <ul class="cards">
        {cards
          .filter(({ page }) => offersPage(policy, page) && (page !== 'register' || viewer === null))
          .map(({ page, text }) => (
            <li class="ds-card" data-variant="tinted">
              <h2>
                <a class="ds-link" href={addressOf(page, language)}>
                  {texts[page]}
                </a>
              </h2>
              <p>{text}</p>
            </li>
          ))}
      </ul>
    </Layout>
  );
};
