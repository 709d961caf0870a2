/** The part of a flow that serves every contact. */
export { bindContact } from '../src/account/bindContact.ts';
export { sendCode, submitCode } from '../src/account/codeSteps.ts';
export { problemText } from '../src/account/problemText.ts';
export { readCode } from '../src/account/readCode.ts';
export { sendLog } from '../src/account/sendLog.ts';
export { AfterFailure } from './AfterFailure.tsx';
export { CodeHelp } from './CodeHelp.tsx';
export { ContactHelp } from './ContactHelp.tsx';
export { doneText } from './doneText.ts';
export { FailureText } from './FailureText.tsx';
export { goesOnByItself } from './goesOnByItself.ts';
export { NextStep } from './NextStep.tsx';
export { portTo } from './portTo.ts';
export { SentTo } from './SentTo.tsx';
export { StatusText } from './StatusText.tsx';
export { WaitText } from './WaitText.tsx';
