/** See `phoneFlow.ts`: the same for an e-mail. */
export { emailContact as contact } from '../src/account/emailContact.ts';
export * from './codeFlow.ts';
