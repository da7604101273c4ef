/** Facts with their names, as a description list; what is not known is left out. */
import type { FC } from 'hono/jsx';

export type Fact = readonly [label: string, value: string | null];

export const FactList: FC<{ readonly class: string; readonly facts: readonly Fact[] }> = ({ class: name, facts }) => (
  <dl class={name}>
    {facts.map(([label, value]) =>
      value === null ? null : (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ),
    )}
  </dl>
);
