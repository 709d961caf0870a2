/** What a gesture needs and a first paint does not: one chunk, fetched when the form is first touched. */
export { positionAfter } from '../phone/caret.ts';
export { editPhone } from '../phone/editPhone.ts';
export { readPhone } from '../phone/readPhone.ts';
export { settlePhone } from '../phone/settlePhone.ts';
export { pickCountry, viewOf } from '../phone/typedPhone.ts';
export { explain, fieldOf } from './explain.ts';
export { bindPhone, sendBindCode } from './phoneContact.ts';
export { problemText } from './problemText.ts';
export { readCode } from './readCode.ts';
export { sendLog } from './sendLog.ts';
