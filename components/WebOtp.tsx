import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useWatch } from 'react-hook-form';
import type { StepView } from './CodeStep.tsx';

interface WebOtpProps extends StepView {
  /** The message that is waited for. */
  sent: object;
}

/**
 * Takes the code out of the message, where the browser can and the person agrees (WICG, WebOTP API).
 * One answer for each message; none is wanted any more once a code is typed or on its way.
 */
export function WebOtp(view: WebOtpProps): null {
  const { form, running, sent } = view;
  const code = useWatch({ control: form.control, name: 'code' });
  const isHidden = useSyncExternalStore(onVisibility, readHidden, () => false);
  // Ended by an answer or by a hand; not by a look into another tab.
  const [ended, setEnded] = useState<object>();
  const isWanted = running === undefined && !code && !isHidden && ended !== sent;
  const latest = useRef(view);
  latest.current = view;

  useEffect(() => {
    if (code) setEnded(sent);
  }, [code, sent]);

  useEffect(() => {
    if (!isWanted || !('OTPCredential' in globalThis)) return;
    const asking = new AbortController();
    readMessage(asking.signal).then((found) => {
      if (asking.signal.aborted) return;
      setEnded(sent);
      if (found) take(latest.current, found);
    });
    return () => asking.abort();
  }, [isWanted, sent]);

  return null;
}

function take(view: StepView, code: string): void {
  const { form, flow, onEdit, onSubmit } = view;
  // What a hand has begun to type is not overwritten, even if no render has shown it yet.
  if (form.getValues('code')) return;
  onEdit();
  form.setValue('code', code);
  form.setFocus('code');
  if (flow.goesOnByItself(view, code)) onSubmit();
}

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

const readHidden = () => document.hidden;

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
