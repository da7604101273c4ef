/** The words of My page in bokmål. */
export const myPageNb = {
  myPage: 'Min side',
};
