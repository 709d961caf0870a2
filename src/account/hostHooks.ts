import type { GenAuthError } from '../sdk/failure.ts';
import type { ExtraFields } from './contact.ts';
import type { Purpose } from './sendLog.ts';

/** What a host may answer before a code is sent: `false` for no, or fields for the request, such as a captcha's answer. */
// biome-ignore lint/suspicious/noConfusingVoidType: a hook that only watches returns nothing
export type BeforeSendAnswer = boolean | ExtraFields | undefined | void;

/** What a code is sent for, and to whom; only so much of the number that its owner knows it. */
export interface SendInfo {
  /** What the code is for. */
  purpose: Purpose;
  /** To whom, as the form shows it: `+86 ••• •••• 5678`, `a•••@example.com`. */
  masked: string;
}

/** A code that is to be sent. */
export interface BeforeSendInfo extends SendInfo {
  /** Whether the server has just refused to send one without the answer to a captcha. */
  needsCaptcha?: boolean;
}

/** A case for the host's help; nothing in it names the person, the contact or the code. */
export interface NeedHelp {
  /** A kind of problem, or `contactLost`, or `noMoreCodes`. */
  reason: string;
  /** What was being done, such as `changePhone`. */
  operation: string;
  /** The server's id of the call that failed, for support. */
  requestId?: string | undefined;
  /** What the server called its failure (contract, section 4). */
  apiCode?: number | undefined;
}

/** What the host page is told, each once, after it is shown; and what it is asked. */
export interface HostHooks {
  /**
   * Asked before every code, and once more when the server wants a captcha. `false` or a rejection: none is sent.
   * No answer within five minutes counts as `false`.
   */
  onBeforeSend?:
    | ((send: BeforeSendInfo) => BeforeSendAnswer | Promise<BeforeSendAnswer>)
    | undefined;
  /** A code was sent. */
  onSent?: ((send: SendInfo) => void) | undefined;
  /** The server wants the person to prove who they are again. Once resolved, the call is made again, once. */
  onReauthRequired?: (() => void | Promise<void>) | undefined;
  /** There is no usable token, also after a forced refresh. What was typed stays. */
  onAuthExpired?: (() => void) | undefined;
  /** The person wants help where the form knows no way on. Without it no such button is shown. */
  onNeedHelp?: ((need: NeedHelp) => void) | undefined;
  /** Called after a failed call is shown, and with any other error after the fallback is shown. */
  onError?: ((error: GenAuthError | Error) => void) | undefined;
}

const PATIENCE_MS = 5 * 60_000;

/** Asks the host something. Rejects when the host does, when it takes too long, and when the person goes on without. */
export function askHost<Answer>(
  ask: () => Answer | Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) return giveUp();
    const timer = setTimeout(() => reject(new Error('The host did not answer.')), PATIENCE_MS);
    signal.addEventListener('abort', giveUp, { once: true });
    Promise.resolve()
      .then(ask)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
      });
  });
}
