/** The addresses of figures: sales under `statistics`, use of products under `product-improvement`. */
import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import { dayOf } from '../../../records/index.ts';
import { countSales, countUsage, monthsUntil, readProductRows, USAGE_KINDS } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { WebEnvironment } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { SelectField } from '../form/fields.tsx';
import { EMPTY_FORM } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import { onlyFor } from '../only-purpose.ts';
import { FiguresPage } from './figures-page.tsx';

/** Always the same whole months, so that two tables never differ by a few days. */
const MONTHS = 12;

export function addFigures(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const { officeStatistics, officeUsage } = ADDRESSES;
  const months = (): readonly string[] => monthsUntil(dayOf(parts.now(), parts.policy), MONTHS);
  app.get(officeStatistics[language], (context) =>
    onlyFor(
      context,
      parts,
      officeStatistics,
      ({ name }) => name === 'statistics',
      async (desk) => {
        const texts = officeTextsIn(language);
        const { products, table } = await parts.asPrincipal(desk.staff, desk.purpose.name, async ({ register }) => {
          const found = await readProductRows(register);
          const limits = { timeZone: parts.policy.controller.timeZone, smallest: parts.policy.security.smallestGroup };
          return { products: found, table: await countSales(register, found, months(), limits) };
        });
        return context.html(
          <FiguresPage
            {...{ desk, products, table }}
            page="officeStatistics"
            lead={texts.salesLead}
            chartTitle={texts.salesChart}
          />,
        );
      },
    ),
  );
  app.get(officeUsage[language], (context) =>
    onlyFor(
      context,
      parts,
      officeUsage,
      ({ name }) => name === 'product-improvement',
      async (desk) => {
        const texts = officeTextsIn(language);
        const kind = USAGE_KINDS.find((one) => one === context.req.query('kind')) ?? 'ordered';
        await parts.usage.flush();
        const { products, table } = await parts.asPrincipal(desk.staff, desk.purpose.name, async ({ register }) => {
          const found = await readProductRows(register);
          return {
            products: found,
            table: await countUsage(register, kind, found, months(), parts.policy.security.smallestGroup),
          };
        });
        const options = USAGE_KINDS.map((value) => ({ value, label: texts.usageKinds[value] }));
        return context.html(
          <FiguresPage
            {...{ desk, products, table }}
            page="officeUsage"
            lead={texts.usageLead}
            chartTitle={texts.usageChart(texts.usageKinds[kind])}
          >
            <form method="get" action={officeUsage[language]} class="log-filter">
              <HiddenFields fields={{ purpose: desk.purpose.name }} />
              <SelectField
                {...{ desk, options }}
                state={{ ...EMPTY_FORM, values: { kind } }}
                name="kind"
                label={texts.usageKind}
                required="filter"
              />
              <div class="buttons">
                <button class="ds-button" data-variant="secondary" type="submit">
                  {texts.narrow}
                </button>
              </div>
            </form>
          </FiguresPage>,
        );
      },
    ),
  );
}
