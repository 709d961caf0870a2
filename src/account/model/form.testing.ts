import type { QueryClient } from '@tanstack/react-query';
import { createAuthenticationClient } from '../../sdk/authenticationClient.ts';
import type { Account } from '../AccountContext.ts';
import { bindContact } from '../bindContact.ts';
import { callHost } from '../callHost.ts';
import { type CodeForm, type Progress, sendCode, submitCode } from '../codeSteps.ts';
import type { ContactRules, FormValues } from '../contact.ts';
import type { HostHooks } from '../hostHooks.ts';
import { phoneContact } from '../phoneContact.ts';
import type { Problem } from '../problem.ts';
import type { SendLog } from '../sendLog.ts';
import { type Exchange, isPost } from './wire.testing.ts';

export const RULES: ContactRules = { defaultCountry: 'CN' };

/** How the host page answers when it is asked something. */
export type HostMood = 'absent' | 'agrees' | 'adds' | 'declines' | 'rejects' | 'throws' | 'waits';

export interface Moods {
  beforeSend: HostMood;
  reauth: HostMood;
  told: 'listens' | 'throws';
}

export interface Surroundings {
  log: SendLog;
  fetch: (request: Request) => Promise<Response>;
  getToken: (isForced: boolean) => string | undefined;
  userKey: () => string;
  queryClient: QueryClient;
  moods: Moods;
  /** A promise that the world settles. */
  wait: () => Promise<boolean>;
  onError: (error: unknown) => void;
  onFinished: (form: TestForm, gesture: Gesture) => void;
}

/** One gesture that was taken: what stood in the fields then, and what came of it. */
export interface Gesture {
  step: 'sendCode' | 'submitCode';
  typed: FormValues;
  exchanges: Exchange[];
  isCancelled: boolean;
  /** The host said no. */
  isDeclined: boolean;
  /** Where the focus was moved to. */
  focused: ('contact' | 'code' | 'send')[];
  /** When anything was last asked or answered for it. */
  movedAt: number;
}

/** A form without a screen: the same port, the same lock and the same edits as the component has. */
export class TestForm {
  values: FormValues = { phone: { text: '' }, email: '', code: '' };
  problems: { contact?: Problem | undefined; code?: Problem | undefined } = {};
  progress: Progress = {};
  /** What was typed last, by hand. */
  typed = { text: '', code: '' };
  gesture: Gesture | undefined;
  isMounted = true;
  readonly told = { sent: 0, error: 0, authExpired: 0, bound: 0 };
  /** How often each ought to have been told. */
  readonly toTell = { sent: 0, error: 0, authExpired: 0, bound: 0 };
  readonly account: Account;
  /** Who was signed in at the last gesture. */
  userKeyOfGesture: string | undefined;
  private userKey: string;
  private lock: AbortController | undefined;

  private readonly around: Surroundings;

  constructor(around: Surroundings) {
    this.around = around;
    this.userKey = around.userKey();
    this.account = {
      client: createAuthenticationClient({
        appId: '64f0c1d2e3a4b5c6d7e8f901',
        appHost: 'https://example.genauth.ai',
        getAccessToken: (options) => around.getToken(options?.force ?? false),
        fetch: around.fetch,
      }),
      queryClient: around.queryClient,
      userKey: this.userKey,
      locale: 'en',
      messages: undefined,
    };
  }

  type(text: string): void {
    this.typed.text = text;
    this.values = { ...this.values, phone: { text } };
    this.edited('contact');
  }

  /** As with the delete key. */
  shorten(): void {
    this.type(this.values.phone.text.slice(0, -1));
  }

  typeCode(code: string): void {
    this.typed.code = code;
    this.values = { ...this.values, code };
    this.edited('code');
  }

  /** Presses a button; a gesture is dropped while another is being answered. */
  press(step: Gesture['step']): boolean {
    if (!this.isMounted || this.progress.done) return false;
    if (this.lock) return false;
    const controller = new AbortController();
    this.lock = controller;
    this.userKeyOfGesture = this.userKey;
    const gesture: Gesture = {
      step,
      typed: this.values,
      exchanges: [],
      isCancelled: false,
      isDeclined: false,
      focused: [],
      movedAt: performance.now(),
    };
    this.gesture = gesture;
    this.update({ failure: undefined, note: undefined });
    (step === 'sendCode' ? sendCode : submitCode)(this.port(), controller.signal)
      .catch((error: unknown) => {
        if (!controller.signal.aborted) this.around.onError(error);
      })
      .finally(() => {
        this.lock = undefined;
        this.gesture = undefined;
        gesture.isCancelled = controller.signal.aborted;
        this.around.onFinished(this, gesture);
      });
    return true;
  }

  unmount(): void {
    this.isMounted = false;
    this.lock?.abort();
  }

  /** What the component does once the host says that another person is signed in. */
  hearOfUser(): void {
    const userKey = this.around.userKey();
    if (userKey === this.userKey) return;
    this.userKey = userKey;
    this.account.userKey = userKey;
    this.lock?.abort();
    this.around.log.clear();
    this.values = { ...this.values, code: '' };
    this.typed.code = '';
    this.progress = { note: 'userChanged' };
  }

  get isBusy(): boolean {
    return this.lock !== undefined;
  }

  private edited(field: 'contact' | 'code'): void {
    this.problems[field] = undefined;
    this.progress.stopAsking?.();
    this.update({ failure: undefined, note: undefined });
  }

  private update(change: Progress): void {
    this.progress = { ...this.progress, ...change };
  }

  /** The host hears of what is shown, and of nothing that nobody can see any more. */
  private tell(call: () => unknown): void {
    queueMicrotask(() => {
      if (this.isMounted) callHost(call);
    });
  }

  private port(): CodeForm {
    const form = this;
    const { around } = this;
    const account = { ...this.account };
    const madeFor = this.userKey;
    return {
      account,
      log: around.log,
      purpose: 'bind',
      contact: phoneContact,
      rules: RULES,
      fixedTo: undefined,
      get host() {
        return form.host();
      },
      get progress() {
        return form.progress;
      },
      hasTwoCodes: false,
      sayProblem: () => {},
      isOfUser: () => form.userKey === madeFor,
      tell: (call) => form.tell(() => call(form.host())),
      update: (change) => form.update(change),
      values: () => form.values,
      setValues(values) {
        form.values = values;
      },
      shownProblem: () => form.problems.contact,
      setProblem(field, problem) {
        form.problems[field] = problem;
      },
      focus: (target) => {
        form.gesture?.focused.push(target);
      },
      async act(proof, signal) {
        await bindContact(phoneContact, account, proof, signal);
        if (form.userKey !== madeFor) return;
        form.tell(() => {
          form.told.bound += 1;
          form.hear();
        });
      },
    };
  }

  private hear(): void {
    if (this.around.moods.told === 'throws') throw new Error('of the host');
  }

  private host(): HostHooks {
    const { moods } = this.around;
    const told = (name: keyof TestForm['told']) => () => {
      this.told[name] += 1;
      this.hear();
    };
    return {
      onSent: told('sent'),
      onError: told('error'),
      onAuthExpired: told('authExpired'),
      ...(moods.beforeSend !== 'absent' && {
        onBeforeSend: () => this.answer(moods.beforeSend, { captcha: 'right' }),
      }),
      ...(moods.reauth !== 'absent' && {
        onReauthRequired: async () => {
          if ((await this.answer(moods.reauth, undefined)) === false)
            throw new Error('of the host');
        },
      }),
    };
  }

  private async answer<Extra>(mood: HostMood, extra: Extra) {
    const { gesture } = this;
    const decline = () => {
      if (gesture) gesture.isDeclined = true;
      return false;
    };
    if (mood === 'throws' || mood === 'rejects') {
      decline();
      throw new Error('of the host');
    }
    if (mood === 'declines') return decline();
    if (mood === 'waits') {
      const answer = await this.around.wait();
      if (gesture) gesture.movedAt = performance.now();
      return answer || decline();
    }
    return mood === 'adds' ? extra : undefined;
  }
}

/** The requests of a gesture that the server took up: it was refused for nobody's token and nobody's proof. */
export function takenUp({ exchanges }: Gesture): Exchange[] {
  return exchanges.filter(
    (exchange) => isPost(exchange) && ![401, 403].includes(exchange.statusCode ?? 0),
  );
}
