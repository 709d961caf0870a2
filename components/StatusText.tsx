import { useEffect, useState } from 'react';
import { useAccount } from '../src/account/AccountContext.ts';
import { useFlowMessages } from '../src/account/useFlowMessages.ts';
import { callingCodeOf } from '../src/phone/callingCodes.ts';
import { countryName } from '../src/phone/countryName.ts';
import type { StepView } from './CodeStep.tsx';
import { unbroken } from './unbroken.ts';

/** How far the form has come, for a live region that is there from the start. */
export function StatusText({
  contact,
  progress,
  form,
  to,
  fixedTo,
  send,
  running,
  doneText,
}: StepView) {
  const { locale } = useAccount();
  const messages = useFlowMessages();
  const { done, note, sent, stopAsking } = progress;
  // While the host asks something, nothing is on its way yet.
  const slowness = useSlowness(stopAsking ? undefined : running);

  function text(): string {
    if (done) return messages[doneText](unbroken(contact.masked(done.to)));
    if (slowness === 'slow') return running === 'sendCode' ? messages.sending : messages.checking;
    if (slowness === 'verySlow') return messages.stillWorking;
    if (note === 'countryFollowed') {
      const { country = 'CN' } = form.getValues('phone');
      return messages.countryFollowed(`${countryName(country, locale)} +${callingCodeOf(country)}`);
    }
    if (note) return messages[note];
    if (to && send?.state && send.isNewest) {
      // That there will be no more of them is said beside the button; where the last one went is what helps.
      if (send.secondsLeft === 0 && !send.isExhausted) return messages.sendAgainNow;
      const shown = unbroken(fixedTo ? contact.masked(to) : contact.shown(to));
      return send.state === 'sent' ? messages.codeSentTo(shown) : messages.codeMaybeSentTo(shown);
    }
    return sent ? messages.codeWentTo(unbroken(contact.shown(sent.to))) : '';
  }

  return text();
}

const SLOW_MS = 1_000;
const VERY_SLOW_MS = 8_000;

/** Said once after a second and once more when it takes long: silence would look like a broken form. */
function useSlowness(running: string | undefined): 'slow' | 'verySlow' | undefined {
  const [slowness, setSlowness] = useState<{ of: string; is: 'slow' | 'verySlow' }>();
  useEffect(() => {
    if (!running) return;
    const timers = [
      setTimeout(() => setSlowness({ of: running, is: 'slow' }), SLOW_MS),
      setTimeout(() => setSlowness({ of: running, is: 'verySlow' }), VERY_SLOW_MS),
    ];
    return () => {
      timers.forEach(clearTimeout);
      setSlowness(undefined);
    };
  }, [running]);
  return slowness?.of === running ? slowness?.is : undefined;
}
