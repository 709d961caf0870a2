/** What a flow has besides for a contact that the account has: how it is changed and unbound. */
export { noteChange, recallChange } from '../src/account/begunChange.ts';
export { changeContact } from '../src/account/changeContact.ts';
export { checkCode } from '../src/account/checkCode.ts';
export { unbindContact } from '../src/account/unbindContact.ts';
