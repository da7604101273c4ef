/** The front page: what one can do here. */
import type { FC } from 'hono/jsx';
import type { Language, Policy } from '../../policy/index.ts';
import { addressOf } from '../addresses.ts';
import { Layout } from '../layout.tsx';
import { offersPage } from '../offered.ts';
import { textsIn } from '../texts/index.ts';

export const HomePage: FC<{ policy: Policy; language: Language }> = ({ policy, language }) => {
  const texts = textsIn(language);
  const cards = [
    { page: 'order', text: texts.homeOrder },
    { page: 'register', text: texts.homeRegister },
    { page: 'privacy', text: texts.homePrivacy },
  ] as const;
  return (
    <Layout policy={policy} language={language} title={texts.home} page="home">
      <h1>{policy.controller.name}</h1>
      <p class="lead">{texts.homeLead}</p>
      <ul class="cards">
        {cards
          .filter(({ page }) => offersPage(policy, page))
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
