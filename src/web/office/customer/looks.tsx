/** Who has looked at a customer lately, for whoever answers for the log. */
import type { FC } from 'hono/jsx';
import type { Look } from '../../../records/index.ts';
import type { Frame } from '../../frame.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { timeInWords } from '../value.tsx';

export const Looks: FC<{ frame: Frame; looks: readonly Look[]; limit: number }> = ({ frame, looks, limit }) => {
  const texts = officeTextsIn(frame.language);
  return (
    <section aria-labelledby="looks">
      <h2 id="looks">{texts.looks}</h2>
      <p>{looks.length === 0 ? texts.noLooks : texts.looksLead(limit)}</p>
      <ul class="looks">
        {looks.map((look) => (
          <OneLook frame={frame} look={look} />
        ))}
      </ul>
    </section>
  );
};

const OneLook: FC<{ frame: Frame; look: Look }> = ({ frame, look }) => {
  const { policy, language } = frame;
  const texts = officeTextsIn(language);
  const { when, who, what, purpose } = texts.looksColumns;
  const facts = [
    [when, timeInWords(look.at, policy, language)],
    [who, look.name ?? texts.kindsOfUser[look.by]],
    [purpose, policy.purposes[look.purpose]?.label[language] ?? look.purpose],
    [`${what}: ${texts.actions[look.action].toLowerCase()}`, categoriesInWords(look, frame)],
  ] as const;
  return (
    <li>
      <dl class="facts">
        {facts.map(([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
};

const categoriesInWords = ({ categories }: Look, { policy, language }: Frame): string =>
  categories.map((name) => policy.categories[name]?.label[language] ?? name).join(', ');
