/** My add-on services: of whom, what is shared with whom, in the words I accepted, and the button that ends one. */
import type { FC } from 'hono/jsx';
import { type AddOn, addOnState } from '../../../register/index.ts';
import { fieldsOf, sharedInWords, wordsAccepted } from '../../add-on-words.ts';
import { type Fact, FactList } from '../../facts.tsx';
import { textsIn } from '../../texts/index.ts';
import { type MyFrame, myAddress } from '../my-frame.tsx';
import { MyLayout } from '../my-layout.tsx';
import { dayInWords } from '../value-in-words.ts';

interface MyAddOnsProps {
  readonly frame: MyFrame;
  readonly addOns: readonly AddOn[];
  readonly now: Date;
  /** What was just done, or had been done before. */
  readonly told: 'ended' | 'already' | null;
}

const COLOURS = { running: 'success', ending: 'warning', ended: 'neutral' } as const;

export const MyAddOnsPage: FC<MyAddOnsProps> = ({ frame, addOns, now, told }) => {
  const { myAddOns, mine } = wordsOf(frame);
  return (
    <MyLayout frame={frame} page="myAddOns" title={myAddOns} lead={mine.lead}>
      {told === null ? null : (
        <div class="ds-alert" data-color={told === 'ended' ? 'success' : 'warning'} role="status">
          <p>{told === 'ended' ? mine.endedNow : mine.already}</p>
        </div>
      )}
      {addOns.length === 0 ? <p>{mine.none}</p> : null}
      <ul class="cards">
        {addOns.map((addOn) => (
          <OneAddOn frame={frame} addOn={addOn} now={now} />
        ))}
      </ul>
    </MyLayout>
  );
};

function wordsOf({ language }: MyFrame) {
  const texts = textsIn(language);
  return { myAddOns: texts.myAddOns, mine: texts.addOnsOfMine };
}

const OneAddOn: FC<{ frame: MyFrame; addOn: AddOn; now: Date }> = ({ frame, addOn, now }) => {
  const { policy, language } = frame;
  const { mine } = wordsOf(frame);
  const state = addOnState(addOn, now);
  const accepted = wordsAccepted(policy, addOn);
  const facts: readonly Fact[] = [
    [mine.supplier, addOn.supplier],
    [mine.shared, sharedInWords(fieldsOf(addOn), language)],
    [mine.since, dayInWords(addOn.accepted_at, frame)],
    [mine.order, mine.byOrder(Number(addOn.order_number))],
    [state === 'ending' ? mine.ends : mine.ended, addOn.ended_at === null ? null : dayInWords(addOn.ended_at, frame)],
    [mine.reason, addOn.end_reason],
  ];
  return (
    <li class="ds-card" data-variant="tinted">
      <h2>{addOn[`name_${language}`]}</h2>
      <p>
        <span class="ds-tag" data-color={COLOURS[state]}>
          {mine.states[state]}
        </span>
      </p>
      <FactList class="summary-facts" facts={facts} />
      {accepted === null ? null : (
        <details>
          <summary>{mine.confirmed}</summary>
          <p lang={accepted.language}>{accepted.words}</p>
        </details>
      )}
      {addOn.ended_at === null ? (
        <form method="post" action={myAddress(frame, 'myAddOns')}>
          <p class="hint">{mine.endHelp(addOn.supplier)}</p>
          <button class="ds-button" data-variant="secondary" type="submit" name="end" value={addOn.add_on_id}>
            {mine.end(addOn[`name_${language}`])}
          </button>
        </form>
      ) : null}
    </li>
  );
};
