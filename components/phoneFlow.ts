/** What a gesture needs and a first paint does not: one chunk, fetched when the form is first touched. */
export { phoneContact as contact } from '../src/account/phoneContact.ts';
export { countLeft, positionAfter } from '../src/phone/caret.ts';
export { createEditHistory, endOfChange } from '../src/phone/editHistory.ts';
export { editPhone } from '../src/phone/editPhone.ts';
export { readPhone } from '../src/phone/readPhone.ts';
export { rehearse } from '../src/phone/rehearse.ts';
export { settlePhone } from '../src/phone/settlePhone.ts';
export { pickCountry, viewOf } from '../src/phone/typedPhone.ts';
export * from './codeFlow.ts';
export { historyKey } from './historyKey.ts';
