/** What a flow says after its first paint, in English; fetched with it. */
export const enFlow = {
  countryFollowed: (country: string) => `Country read from the number: ${country}.`,
  digitsOnly: 'Only digits belong here, and a + in front.',
  didYouMean: (contact: string) => `Did you mean ${contact}?`,
  sendAgainIn: (seconds: number) =>
    seconds === 1
      ? 'You can ask for another code in 1 second.'
      : `You can ask for another code in ${seconds} seconds.`,
  sendAgainNow: 'You can ask for another code now.',
  noMoreCodes: 'No more codes for now: several have been sent. Wait ten minutes, or ask for help.',
  sending: 'Sending the code…',
  checking: 'Checking…',
  stillWorking: 'Still working…',
  codeSentTo: (contact: string) => `Code sent to ${contact}.`,
  codeMaybeSentTo: (contact: string) =>
    `A code may be on its way to ${contact}. If a code arrives, enter it.`,
  codeWentTo: (contact: string) => `The newest code went to ${contact}.`,
  changeContact: 'Change number',
  changeAddress: 'Change address',
  backTo: (contact: string) => `Back to ${contact}`,
  notSent: 'No code was sent.',
  backOnline: 'You are back online.',
  userChanged: 'Another account is signed in now. Ask for a new code.',
  signedOut: 'You are signed out. Sign in to go on.',
  phoneBound: (phone: string) => `Phone bound: ${phone}`,
  emailBound: (address: string) => `E-mail bound: ${address}`,
  phoneChanged: (phone: string) => `Phone changed: ${phone}`,
  emailChanged: (address: string) => `E-mail changed: ${address}`,
  phoneUnbound: (phone: string) => `Phone removed: ${phone}`,
  emailUnbound: (address: string) => `E-mail removed: ${address}`,

  noCodeYet: 'Didn’t get the code?',
  sentToThis: 'It went to this number. Is it right?',
  mailedToThis: 'It went to this address. Is it right?',
  helpJunk: 'Look in the folder for spam or junk, and among promotions.',
  helpMailSlow: 'Some mail servers hold a first message back for some minutes.',
  helpSignal: 'Check that your phone has signal and is not in airplane mode.',
  helpSpam: 'Look for messages from unknown senders: some phones hide or block them.',
  helpRoaming: 'Abroad, a message can take some minutes, and some operators hold it back.',
  helpChina: 'Your operator may block verification messages: ask it, or try another number.',
  helpAgain: 'Ask for another code once the wait is over. Only the newest code works.',

  getHelp: 'Get help',
  support: 'For support:',
  openPage: 'Open this page on its own',
  copy: 'Copy',
  copied: 'Copied',
  serverSays: (text: string) => `The service says: ${text}`,
};

export type FlowMessages = typeof enFlow;
