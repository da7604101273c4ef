/** What the purpose does not see of a customer, said at the end of the page. */
import type { FC } from 'hono/jsx';
import type { Purpose } from '../../../policy/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, deskAddress } from '../desk.tsx';

export const LeftOut: FC<{ desk: Desk; purpose: Purpose; leftOut: readonly string[] }> = (props) => {
  const { desk, purpose, leftOut } = props;
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  if (leftOut.length === 0) return null;
  return (
    <details class="left-out">
      <summary id="left-out">{texts.leftOut}</summary>
      <p>{texts.leftOutBecause(purpose.label[language])}</p>
      <ul class="listed">
        {leftOut.map((name) => (
          <li>
            <a class="ds-link" href={`${deskAddress(desk, 'officeCategories')}#${name}`}>
              {policy.categories[name]?.label[language]}
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">{texts.notHereMeansNothing}</p>
    </details>
  );
};
