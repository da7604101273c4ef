/** The words of My page in English, with the keys of the bokmål catalogue. */
import type { myPageNb } from '../nb/my-page.ts';

export const myPageEn: typeof myPageNb = {
  myPage: 'My page',
};
