import { useEffect, useRef } from 'react';
import type { StepView } from './CodeStep.tsx';

/** Takes the code out of the message, where the browser can and the person agrees (WICG, WebOTP API). */
export function WebOtp({ form, running }: StepView): null {
  const latestForm = useRef(form);
  latestForm.current = form;

  useEffect(() => {
    if (running || !('OTPCredential' in globalThis)) return;
    const asking = new AbortController();
    const stop = () => asking.abort();
    const stopWhenHidden = () => document.hidden && stop();
    document.addEventListener('visibilitychange', stopWhenHidden);
    const field = document.activeElement;
    field?.addEventListener('input', stop);
    readMessage(asking.signal).then((code) => {
      const { getValues, setValue, setFocus } = latestForm.current;
      // What a hand has begun to type is not overwritten.
      if (!code || asking.signal.aborted || getValues('code') !== '') return;
      setValue('code', code);
      setFocus('code');
    });
    return () => {
      stop();
      document.removeEventListener('visibilitychange', stopWhenHidden);
      field?.removeEventListener('input', stop);
    };
  }, [running]);

  return null;
}

/** The code of the next message; nothing when there is none, and nothing about why. */
async function readMessage(signal: AbortSignal): Promise<string | undefined> {
  const request = { otp: { transport: ['sms'] }, signal };
  try {
    const credential = await navigator.credentials.get(request);
    const code = credential && 'code' in credential ? credential.code : undefined;
    return typeof code === 'string' ? code : undefined;
  } catch {
    return undefined;
  }
}
