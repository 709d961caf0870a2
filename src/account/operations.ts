/** Whether an operation has a code sent. */
export const isSend = (operation: string) => /^send(Sms|Email)$/.test(operation);

/** Whether an operation is about an e-mail address; all others are about a phone number, or about neither. */
export const isAboutEmail = (operation: string) => operation.includes('Email');

/** Whether an operation changes a number or an address that is bound. */
export const isUpdate = (operation: string) => /update(Phone|Email)/i.test(operation);

/** Whether an operation is for somebody who cannot sign in. */
export const isReset = (operation: string) => /reset/i.test(operation);

/** Whether an operation is given a code that somebody typed. */
export const checksCode = (operation: string) =>
  /^(bind|unbind|verify)|^preCheckCode$/.test(operation);

/** Whether an operation is given nothing but a token of the step before. */
export const spendsToken = (operation: string) =>
  /^(updatePhone|updateEmail|deleteAccount)$/.test(operation);
