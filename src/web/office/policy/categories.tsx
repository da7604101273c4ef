/** Every category of data: where it lies, what it is used for, who gets it, how long it is kept. */
import type { Child, FC } from 'hono/jsx';
import type { Category, Policy } from '../../../policy/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { Links, ListPage, Terms, Thing } from './listed.tsx';
import { ruleNamed } from './retention-in-words.ts';

export const CategoriesPage: FC<{ desk: Desk }> = ({ desk }) => {
  const { policy, language } = desk.frame;
  const things = Object.values(policy.categories);
  return (
    <ListPage desk={desk} page="officeCategories" lead={officeTextsIn(language).categoriesLead} things={things}>
      {things.map((category) => (
        <Thing thing={category} language={language}>
          {category.description === null ? null : <p>{category.description[language]}</p>}
          <CategoryTerms desk={desk} category={category} />
        </Thing>
      ))}
    </ListPage>
  );
};

const CategoryTerms: FC<{ desk: Desk; category: Category }> = ({ desk, category }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const named = (all: readonly { readonly name: string }[]): readonly string[] => all.map(({ name }) => name);
  const purposes = named(Object.values(policy.purposes).filter(({ uses }) => uses.includes(category.name)));
  const recipients = named(
    Object.values(policy.recipients).filter(({ categories }) => categories.includes(category.name)),
  );
  const rules = rulesFor(policy, category.name);
  return (
    <Terms
      terms={[
        [texts.specialCategory, category.special ? texts.yes : null],
        [texts.liesIn, <Places desk={desk} category={category} />],
        [
          texts.usedFor,
          purposes.length === 0 ? (
            texts.notUsed
          ) : (
            <Links desk={desk} page="officePurposes" names={purposes} among={policy.purposes} />
          ),
        ],
        [
          texts.givenTo,
          recipients.length === 0 ? (
            texts.nobody
          ) : (
            <Links desk={desk} page="officeRecipients" names={recipients} among={policy.recipients} />
          ),
        ],
        [
          texts.keptBy,
          rules.length === 0 ? (
            texts.noRule
          ) : (
            <Links desk={desk} page="officeRetention" names={rules} among={ruleNamed(policy)} />
          ),
        ],
      ]}
    />
  );
};

/** Registers with the columns that hold it, or where else it lies. */
const Places: FC<{ desk: Desk; category: Category }> = ({ desk, category }): Child => {
  const { policy, language } = desk.frame;
  const places = Object.values(policy.tables).flatMap(({ label, columns }) => {
    const own = Object.values(columns).filter((column) => column.category === category.name);
    const names = own.map((column) => column.label?.[language] ?? column.name);
    return names.length === 0 ? [] : [`${label[language]}: ${names.join(', ')}`];
  });
  const elsewhere = category.heldElsewhere?.[language];
  if (elsewhere !== undefined) places.push(`${officeTextsIn(language).liesElsewhere}. ${elsewhere}`);
  return (
    <ul class="plain">
      {places.map((place) => (
        <li>{place}</li>
      ))}
    </ul>
  );
};

function rulesFor(policy: Policy, category: string): readonly string[] {
  const holds = (table: string, columns: readonly string[]): boolean =>
    Object.values(policy.tables[table]?.columns ?? {}).some(
      (column) => column.category === category && (columns.length === 0 || columns.includes(column.name)),
    );
  return policy.retention
    .filter(({ keep }) => keep.some(({ table, columns }) => holds(table, columns)))
    .map(({ name }) => name);
}
