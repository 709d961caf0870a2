/** The words of the widgets that keep a contact over its whole life, in English. */
export const enContacts = {
  phone: 'Phone',
  email: 'E-mail',
  emailAddress: 'E-mail address',
  emailAddressHint: 'An address where you can read mail now.',
  emailCodeHint: 'We send it by e-mail, and never ask for it by phone or chat.',
  newPhoneNumber: 'New phone number',
  newEmailAddress: 'New e-mail address',

  bindEmail: 'Bind e-mail',
  changePhone: 'Change phone',
  changeEmail: 'Change e-mail',
  unbindPhone: 'Unbind phone',
  unbindEmail: 'Unbind e-mail',
  change: 'Change',
  unbind: 'Unbind',
  cancel: 'Cancel',
  back: 'Back',
  goOn: 'Continue',

  noPhone: 'No phone is bound.',
  noEmail: 'No e-mail is bound.',
  verified: 'Verified',
  notVerified: 'Not verified',
  appeared: (masked: string) => `Your account has ${masked} now.`,
  vanished: (masked: string) => `Your account no longer has ${masked}.`,
  profileNotRead: 'The account could not be read.',
  notUpToDate: 'This may not be up to date: the account could not be read just now.',

  stepTitle: (step: number, steps: number, title: string) => `Step ${step} of ${steps}: ${title}`,
  confirmOldPhone: 'confirm your current number',
  confirmOldEmail: 'confirm your current address',
  confirmNewPhone: 'confirm your new number',
  confirmNewEmail: 'confirm your new address',
  oldCodeText: (masked: string) => `To make sure it is you, we first send a code to ${masked}.`,
  oldPhoneCode: 'Code sent to your current number',
  oldEmailCode: 'Code sent to your current address',
  newPhoneCode: 'Code sent to your new number',
  newEmailCode: 'Code sent to your new address',
  oldCodeAgain:
    'Enter this code once more: a page that is reloaded does not keep it. To have a new one sent, go back.',
  oldLost: 'I can no longer receive codes there',
  oldLostText: 'Without that code, the service may refuse the change.',

  remaining: 'You can still sign in with:',
  noneRemaining:
    'This is the only way left to sign in to your account. Add another way first, then remove this one.',
  password: 'Password',
  gone: (masked: string) => `You will no longer be able to sign in with ${masked}.`,
  goneCode: (masked: string) => `To confirm, have a code sent to ${masked}.`,
  unbindThis: (masked: string) => `Unbind ${masked}`,
  getHelp: 'Get help',
};

export type ContactMessages = typeof enContacts;
