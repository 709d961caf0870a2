import type { BeforeSendAnswer, BeforeSendInfo, NeedHelp, SendInfo } from '../account/hostHooks.ts';
import type { Diagnostic } from '../sdk/diagnostic.ts';
import type { GenAuthError } from '../sdk/failure.ts';

/** A contact, of which only so much is told that its owner knows it. */
export interface MaskedContact {
  masked: string;
}

/** What a card of settings shows beside the contact itself. */
export type OpenForm = 'bind' | 'change' | 'unbind';

/** An event that may be answered, at once or later, by whoever hears it first; as with `FetchEvent`. */
export class GenAuthQuestionEvent<Detail, Answer> extends CustomEvent<Detail> {
  #answer: Promise<Answer> | undefined;

  /**
   * Gives the answer, or a promise of it. Throws an `InvalidStateError` when the event was answered already, or is over:
   * a listener that has to wait first passes the promise of what it waits for.
   */
  respondWith(answer: Answer | Promise<Answer>): void {
    if (this.#answer || this.eventPhase === Event.NONE) {
      const reason = this.#answer ? 'was answered already' : 'is over; answer with a promise';
      throw new DOMException(`${this.type} ${reason}.`, 'InvalidStateError');
    }
    this.#answer = Promise.resolve(answer);
  }

  /** Nothing when nobody answered. */
  static answerOf<Answer>(event: GenAuthQuestionEvent<unknown, Answer>) {
    return event.#answer;
  }
}

/** Every event of the element. All bubble, and leave the shadow roots around them. */
export interface GenAuthAccountEventMap {
  /** A contact was bound, and is shown as such. */
  'genauth:bound': CustomEvent<MaskedContact>;
  /** A contact was replaced, and is shown as such. */
  'genauth:changed': CustomEvent<MaskedContact>;
  /** A contact was removed, and is shown as such. */
  'genauth:unbound': CustomEvent<MaskedContact>;
  /**
   * A code is about to be sent. `preventDefault()`: none is. `respondWith` an answer or a promise of one: `false` for none,
   * or fields for the request, such as a captcha's. A rejection, or no answer within five minutes: none.
   */
  'genauth:before-send': GenAuthQuestionEvent<BeforeSendInfo, BeforeSendAnswer>;
  /** A code was sent. */
  'genauth:sent': CustomEvent<SendInfo>;
  /**
   * The server wants the person to prove who they are again. `respondWith` a promise: once it resolves,
   * the call is made again, once. Unanswered: the person is told.
   */
  'genauth:reauth-required': GenAuthQuestionEvent<null, void>;
  /** There is no usable token, also after a forced refresh. What was typed stays. */
  'genauth:auth-expired': CustomEvent<null>;
  /** The person pressed the button that `help-button` shows where the form knows no way on. */
  'genauth:need-help': CustomEvent<NeedHelp>;
  /** A failed call is shown; or something broke, and the fallback is shown. */
  'genauth:error': CustomEvent<{ error: GenAuthError | Error }>;
  /** What a developer should know of and a person need not. */
  'genauth:diagnostic': CustomEvent<Diagnostic>;
  /** A card of settings opened a form, or closed it; `open-form` says so already. */
  'genauth:view-change': CustomEvent<{ openForm: OpenForm | undefined }>;
}

type Details = {
  [Type in keyof GenAuthAccountEventMap]: GenAuthAccountEventMap[Type]['detail'];
};

type Questions = {
  [Type in keyof GenAuthAccountEventMap]: GenAuthAccountEventMap[Type] extends GenAuthQuestionEvent<
    unknown,
    infer Answer
  >
    ? Answer
    : never;
};

const REACH = { bubbles: true, composed: true };

/** Tells a page something. */
export function tell<Type extends keyof Details>(
  target: EventTarget,
  type: Type,
  detail: Details[Type],
): void {
  target.dispatchEvent(new CustomEvent(type, { ...REACH, detail }));
}

/** Asks a page something. `isWanted`: nobody forbade it. `answer` is missing when nobody gave one. */
export function ask<Type extends 'genauth:before-send' | 'genauth:reauth-required'>(
  target: EventTarget,
  type: Type,
  detail: Details[Type],
): { isWanted: boolean; answer: Promise<Questions[Type]> | undefined } {
  const event = new GenAuthQuestionEvent<Details[Type], Questions[Type]>(type, {
    ...REACH,
    cancelable: true,
    detail,
  });
  const isWanted = target.dispatchEvent(event);
  return { isWanted, answer: GenAuthQuestionEvent.answerOf(event) };
}
