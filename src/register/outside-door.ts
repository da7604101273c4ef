/** What other rooms see of people and companies that one works with or asks about beside one's customers. */
export * from './contacts/door.ts';
export * from './credit/door.ts';
export * from './leads/door.ts';
export * from './supplements/door.ts';
export * from './suppliers/door.ts';
