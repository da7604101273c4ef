/**
 * Withdrawing from a purchase, in two steps as Directive (EU) 2023/2673 describes the withdrawal function: a page that
 * says what one withdraws from and where the receipt goes, and the button that confirms it.
 */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import { textsIn } from '../../texts/index.ts';
import { type MyFrame, myAddress } from '../my-frame.tsx';
import { MyLayout } from '../my-layout.tsx';
import type { MyOrder } from './read.ts';

/** What follows an order's address. */
export const WITHDRAW = { nb: '/angre', en: '/withdraw' } as const;

interface WithdrawProps {
  readonly frame: MyFrame;
  readonly mine: MyOrder;
  readonly name: string;
  /** Where the receipt goes. */
  readonly email: string;
}

export const WithdrawPage: FC<WithdrawProps> = ({ frame, mine, name, email }) => {
  const { language } = frame;
  const { ordering, withdrawing } = textsIn(language);
  const { order, withdrawal } = mine;
  const below = `/${order.order_id}`;
  const sent = mine.deliveries.length > 0;
  return (
    <MyLayout
      frame={frame}
      page="myOrders"
      title={withdrawing.title(order.order_number)}
      lead={withdrawing.lead}
      below={`${below}${WITHDRAW[language === 'nb' ? 'en' : 'nb']}`}
    >
      <dl class="summary-facts">
        <div>
          <dt>{withdrawing.name}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{withdrawing.contract}</dt>
          <dd>
            {ordering.orderTitle(order.order_number)}:{' '}
            {mine.lines
              .map(({ quantity, product }) => `${quantity} × ${product?.[`name_${language}`] ?? ''}`)
              .join(', ')}
          </dd>
        </div>
        <div>
          <dt>{withdrawing.receiptTo}</dt>
          <dd>{email}</dd>
        </div>
        {withdrawal === null || withdrawal === 'not-begun' ? null : (
          <div>
            <dt>{withdrawing.lastDay}</dt>
            <dd>{dateInWords(withdrawal, language)}</dd>
          </div>
        )}
      </dl>
      <p>{sent ? withdrawing.whatFollowsSent : withdrawing.whatFollows}</p>
      <form method="post" action={myAddress(frame, 'myOrders', language, `${below}${WITHDRAW[language]}`)}>
        <button class="ds-button" type="submit" name="do" value="withdraw">
          {withdrawing.confirm}
        </button>
      </form>
      <p>
        <a class="ds-link" href={myAddress(frame, 'myOrders', language, below)}>
          {withdrawing.back}
        </a>
      </p>
    </MyLayout>
  );
};
