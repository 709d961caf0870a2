import { QueryClient } from '@tanstack/react-query';
import { expect, vi } from 'vitest';
import { createSandbox, type Sandbox } from '../../sandbox/index.ts';
import { phoneOf } from '../contactsOfUser.ts';
import { phoneContact } from '../phoneContact.ts';
import { createSendLog, type SendLog } from '../sendLog.ts';
import { faultsOfEnd } from './endings.testing.ts';
import { type Gesture, type Moods, RULES, TestForm, takenUp } from './form.testing.ts';
import { effectOf, Prediction } from './prediction.testing.ts';
import { ANSWERS, createWire, type Exchange, isPost, type Wire } from './wire.testing.ts';

const START = Date.UTC(2026, 0, 1);
const LONGEST_REQUEST_MS = 15_000;

/** Answers that say of a code: too many tries. */
const STOPS: ReadonlySet<string> = new Set(['tooOften', 'tooOftenFor7', 'tooManyTries']);

/** What is typed into the field, and the number that it means, if it is one. */
export const NUMBERS = [
  { text: '139 1234 5678', to: '+8613912345678' },
  { text: '13812345678', to: '+8613812345678' },
  { text: '+44 7975 556677', to: '+447975556677' },
  // Another account has this one.
  { text: '13900000000', to: '+8613900000000' },
  // As pasted from elsewhere: the first again.
  { text: '+86 139-1234-5678', to: '+8613912345678' },
  { text: '1391234', to: undefined },
  { text: 'nobody', to: undefined },
  { text: '', to: undefined },
] as const;
const REAL_NUMBERS = new Set(NUMBERS.flatMap(({ to }) => (to ? [to] : [])));

/** Pages share storage and nothing else; a page has one form at a time. */
interface Page {
  log: SendLog;
  queryClient: QueryClient;
  form: TestForm;
}

export class World {
  readonly sandbox: Sandbox;
  readonly wire: Wire;
  readonly prediction = new Prediction();
  readonly pages: Page[];
  readonly forms: TestForm[] = [];
  readonly moods: Moods;
  /** Whether every page knows all that was sent: nobody tampered with storage or clocks. */
  isExact = true;
  /** Whether the rule of the minute can be held against every page. */
  isMinuteKnown = true;
  storage: 'works' | 'throws' = 'works';
  canRenew = true;

  private readonly items = new Map<string, string>();
  private readonly origin = performance.now();
  private slept = 0;
  private user = 0;
  private tokens = ['sandbox-ann', 'sandbox-bob'];
  private violations: string[] = [];
  private asked: ((answer: boolean) => void)[] = [];
  private activity = 0;
  /** What was bound for whom by a call that nobody heard of: whoever tries again is to be told no refusal. */
  private readonly unheard = new Map<QueryClient, Set<string>>();

  constructor(pageCount: number, moods: Moods) {
    this.moods = { ...moods };
    vi.setSystemTime(START);
    this.sandbox = createSandbox({
      settings: { smsValidityMs: 300_000, internationalSms: true },
      now: () => START + this.now(),
    });
    this.wire = createWire(this.sandbox, {
      started: (exchange) => this.started(exchange),
      answered: (exchange) => this.ended(exchange),
      abandoned: (exchange) => this.ended(exchange),
    });
    this.pages = Array.from({ length: pageCount }, () => this.openPage());
  }

  /** Time as it passes for everyone, asleep or not. */
  now(): number {
    return performance.now() - this.origin + this.slept;
  }

  get isBusy(): boolean {
    return this.forms.some((form) => form.isBusy);
  }

  get token(): string {
    return this.tokens[this.user] ?? '';
  }

  page(index: number): Page {
    const page = this.pages[index % this.pages.length];
    if (!page) throw new RangeError('No page.');
    return page;
  }

  /** The newest code that went to a number. */
  codeOf(to: string | undefined): string | undefined {
    return this.sandbox.outbox().find((message) => message.to === to)?.code;
  }

  /** Where the form's field points. */
  numberIn({ values }: TestForm): string | undefined {
    return phoneContact.read(values, RULES).to;
  }

  mount(page: Page): void {
    page.form.unmount();
    page.form = this.newForm(page.log, page.queryClient);
  }

  reload(page: Page): void {
    page.form.unmount();
    page.queryClient.clear();
    Object.assign(page, this.openPage());
  }

  changeUser(): void {
    this.user = 1 - this.user;
    for (const { form, log } of this.pages) {
      if (form.isMounted) form.hearOfUser();
      // A page without a form hears of it when it shows one.
      else log.clear();
    }
    this.prediction.forgetEverything();
  }

  /** F54: nothing of what one person began is there for the next. */
  checkFreshStart(): void {
    for (const { form } of this.pages) {
      if (form.isMounted) expect(form.progress).toMatchObject({ note: 'userChanged' });
      expect(form.isMounted && (form.progress.sent ?? form.progress.done)).toBeFalsy();
    }
  }

  unbindByAdministrator(): void {
    this.unheard.clear();
    for (const token of this.tokens) {
      this.sandbox.account({ token, phone: null, phoneCountryCode: null });
    }
  }

  clearStorage(): void {
    this.items.clear();
    this.isExact = false;
    this.isMinuteKnown = false;
  }

  breakStorage(): void {
    this.storage = 'throws';
    this.isExact = false;
    this.isMinuteKnown = false;
  }

  setClock(ms: number): void {
    vi.setSystemTime(Date.now() + ms);
    this.isExact = false;
    // A clock that runs ahead ends a wait: the server still has the last word.
    if (ms > 0) this.isMinuteKnown = false;
  }

  sleep(ms: number): void {
    this.slept += ms;
    vi.setSystemTime(Date.now() + ms);
  }

  answerHost(index: number, answer: boolean): boolean {
    const [resolve] = this.asked.splice(index % Math.max(this.asked.length, 1), 1);
    resolve?.(answer);
    return resolve !== undefined;
  }

  /** Lets everything happen that can happen without time. */
  async settle(): Promise<void> {
    let seen = -1;
    for (let still = 0; still < 4; still++) {
      if (seen !== this.activity) still = 0;
      seen = this.activity;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }

  async pass(ms: number): Promise<void> {
    await this.settle();
    for (let left = ms; left > 0; ) {
      // In small steps while something may go on from one timer to the next.
      const step = this.isBusy ? Math.min(left, 1_000) : left;
      vi.advanceTimersByTime(step);
      left -= step;
      if (this.isBusy) await this.settle();
    }
    await this.settle();
  }

  /** After this, what came of things that happened at the same time is anybody's guess. */
  atOnce(): void {
    this.isExact = false;
    this.isMinuteKnown = false;
  }

  fail(what: string): void {
    this.violations.push(what);
  }

  /** What must be true whatever has happened. */
  check(): void {
    for (const { form, log } of this.pages) {
      const { gesture } = form;
      // A host that is asked may take its time: the person can go on without.
      const isStuck = gesture && performance.now() - gesture.movedAt > LONGEST_REQUEST_MS + 1_000;
      if (isStuck && this.asked.length === 0) this.fail('I2 R-22 busy, and nothing goes on');
      this.checkInput(form);
      this.checkWaits(log);
    }
    this.checkStorage();
    if (this.violations.length > 0) expect(this.violations).toEqual([]);
  }

  /** I2: whatever it was, once it is over a number can be bound. */
  async checkLiveness(): Promise<void> {
    if (this.wire.heldCount() + this.asked.length > 1) this.atOnce();
    this.wire.recover();
    this.canRenew = true;
    Object.assign(this.moods, { beforeSend: 'absent', reauth: 'absent', told: 'listens' });
    for (const resolve of this.asked.splice(0)) resolve(true);
    await this.pass(LONGEST_REQUEST_MS * 2);
    this.check();
    for (const { form } of this.pages) expect(form.isBusy).toBe(false);
    // Awake: a clock that was set back does not tell of a sleep.
    await this.pass(65 * 60_000);
    this.unbindByAdministrator();
    const page = this.page(0);
    if (!page.form.isMounted || page.form.progress.done) this.mount(page);
    const { form } = page;
    const before = this.sandbox.outbox().length;
    form.type(NUMBERS[0].text);
    form.press('sendCode');
    await this.settle();
    expect(this.sandbox.outbox().length).toBe(before + 1);
    form.typeCode(this.codeOf(NUMBERS[0].to) ?? '');
    form.press('submitCode');
    await this.settle();
    expect(form.progress.done).toEqual({ to: NUMBERS[0].to });
    this.check();
  }

  close(): void {
    for (const { form, queryClient } of this.pages) {
      form.unmount();
      queryClient.clear();
    }
    this.wire.recover();
  }

  private openPage(): Page {
    const log = createSendLog(() => this.store());
    const queryClient = new QueryClient();
    return { log, queryClient, form: this.newForm(log, queryClient) };
  }

  private newForm(log: SendLog, queryClient: QueryClient): TestForm {
    const id = this.forms.length;
    const form = new TestForm({
      log,
      queryClient,
      fetch: (request) => this.wire.fetchOf(id)(request),
      getToken: (isForced) => {
        if (isForced && this.canRenew) {
          this.tokens[this.user] = this.sandbox.renewToken(this.token);
        }
        return this.token;
      },
      userKey: () => String(this.user),
      moods: this.moods,
      wait: () => new Promise<boolean>((resolve) => this.asked.push(resolve)),
      onError: (error) => this.fail(`I1 thrown: ${error}`),
      onFinished: (finished, gesture) => this.finished(finished, gesture),
    });
    this.forms.push(form);
    return form;
  }

  private store(): Storage {
    if (this.storage === 'throws') throw new DOMException('Blocked.', 'SecurityError');
    const { items } = this;
    return {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
      removeItem: (key) => void items.delete(key),
      clear: () => items.clear(),
      key: (index) => [...items.keys()][index] ?? null,
      get length() {
        return items.size;
      },
    };
  }

  private started(exchange: Exchange): void {
    this.activity += 1;
    const form = this.forms[exchange.formId];
    const gesture = form?.gesture;
    if (!form || !gesture) {
      this.fail(`R-01 ${exchange.operation} without a gesture`);
      return;
    }
    if (exchange.token !== this.token) this.fail('F54 asked with the token of another person');
    if (!form.isMounted) this.fail(`R-29 ${exchange.operation} after the form went away`);
    if (isPost(exchange)) {
      const isSend = exchange.operation === 'send-sms';
      if (isSend !== (gesture.step === 'sendCode')) this.fail('I5 not what was asked for');
      if (takenUp(gesture).length > 0) this.fail(`I5 ${exchange.operation} again, by itself`);
      const { phoneNumber, phoneCountryCode, passCode } = exchange.body;
      const to = `${phoneCountryCode}${phoneNumber}`;
      if (to !== phoneContact.read(gesture.typed, RULES).to) {
        this.fail(`R-08 ${exchange.operation} for a number that was not in the field`);
      }
      if (isSend) this.checkSend(to, gesture);
      else this.checkBind(to, String(passCode), gesture);
    }
    // A stop of something that may be done already counts once the profile has told, if it does.
    const before = gesture.exchanges.at(-1);
    if (exchange.operation === 'get-profile' && before && isStop(before)) this.isExact = false;
    gesture.movedAt = performance.now();
    gesture.exchanges.push(exchange);
  }

  private checkSend(to: string, { isDeclined, exchanges }: Gesture): void {
    if (isDeclined) this.fail('R-05 R-12 the host said no');
    // Another page may have sent in between where no Web Lock makes it wait, as in insecure contexts and here.
    // The server refuses one of the two.
    if (wasRefusedToken(exchanges.at(-1)) && this.pages.length > 1) return;
    if (this.isMinuteKnown && this.prediction.mustWait(to, this.now())) {
      this.fail('R-02 a code asked for within a minute of the last one');
    }
    const { secondsLeft, isExhausted } = this.prediction.look(to, this.now());
    if (this.isExact && secondsLeft > 0) this.fail('I9 a code asked for inside a pause');
    if (this.isExact && isExhausted) this.fail('R-03 a code asked for after five');
  }

  private checkBind(to: string, code: string, { typed, exchanges }: Gesture): void {
    if (code !== typed.code.replace(/\D/g, '')) this.fail('R-08 a code that was not typed');
    if (!this.prediction.mayBind(to)) this.fail('R-08 bound a number that no code was asked for');
    // It was asked for in time, however late a newer token makes it.
    if (wasRefusedToken(exchanges.at(-1))) return;
    const { isNewest, secondsToTry } = this.prediction.look(to, this.now());
    if (this.isExact && secondsToTry > 0)
      this.fail('R-11 a code tried that the server takes no more');
    if (this.isExact && !isNewest) {
      this.fail('A19 bound a number that is not the newest');
    }
  }

  private ended(exchange: Exchange): void {
    this.activity += 1;
    if (exchange.operation === 'bind-phone') this.bindEnded(exchange);
    if (exchange.operation !== 'send-sms') return;
    // What was asked for before another person came is nothing of theirs.
    const form = this.forms[exchange.formId];
    if (exchange.state === 'abandoned' && form && this.isOfOther(form)) return;
    const { phoneNumber, phoneCountryCode } = exchange.body;
    const effect = effectOf(exchange);
    this.prediction.record(`${phoneCountryCode}${phoneNumber}`, effect, this.now());
  }

  private bindEnded(exchange: Exchange): void {
    const { answering, state, formId } = exchange;
    const form = this.forms[formId];
    const to = this.sentFor(exchange);
    if (to && isStop(exchange) && state === 'answered' && form && !this.isOfOther(form)) {
      this.prediction.recordStop(to, answering === 'tooOftenFor7' ? 7_000 : 60_000, this.now());
    }
    this.noteUnheard(exchange);
  }

  private noteUnheard(exchange: Exchange): void {
    const { answering, state, contradicted, formId, token } = exchange;
    const isHeard =
      state === 'answered' && (answering === 'answered' || contradicted !== undefined);
    const to = this.sentFor(exchange);
    const queryClient = this.forms[formId]?.account.queryClient;
    if (isHeard || !ANSWERS[answering].acts || !queryClient || this.boundNumber() !== to) return;
    const known = this.unheard.get(queryClient) ?? new Set();
    this.unheard.set(queryClient, known.add(`${token} ${to}`));
  }

  private isOfOther(form: TestForm): boolean {
    return form.userKeyOfGesture !== String(this.user);
  }

  private finished(form: TestForm, gesture: Gesture): void {
    this.activity += 1;
    const { done, failure, note } = form.progress;
    const bind = takenUp(gesture).find(({ operation }) => operation === 'bind-phone');
    const profile = gesture.exchanges.find(({ operation }) => operation === 'get-profile');
    if (done) {
      if (this.isOfOther(form)) this.fail('I8 a success shown to somebody else');
      if (this.boundNumber() !== done.to) this.fail('I8 a success that is none');
      if (form.values.code !== '') this.fail('R-09 a code kept after it was used');
      form.toTell.bound += 1;
      this.unheard.get(form.account.queryClient)?.delete(`${bind?.token} ${done.to}`);
      // The other pages remember what was sent: they cannot know that it was used.
      this.prediction.forgetWaits();
      this.isExact = this.isExact && this.pages.length === 1;
      return;
    }
    if (!form.isMounted || gesture.isCancelled) return;
    if (failure?.error) form.toTell.error += 1;
    if (failure?.kind === 'auth') form.toTell.authExpired += 1;
    const sms = takenUp(gesture).find(({ operation }) => operation === 'send-sms');
    if (sms?.statusCode === 200) form.toTell.sent += 1;
    // The server's own word that a code is over, and nothing else, takes it out of the field.
    if (failure?.error?.apiCode === 2300) form.typed.code = '';
    const to = this.sentFor(bind);
    // What another page has done since a profile was read, that profile cannot tell.
    const isTold = bind?.statusCode === 200 || profile?.phone === to;
    if (bind && isTold && this.boundNumber() === to) {
      this.fail('F62 a success that is not shown');
    }
    const unheard = this.unheard.get(form.account.queryClient);
    const isUnheard = bind && unheard?.has(`${bind.token} ${to}`);
    if (isUnheard && failure?.error?.kind === 'refused') this.fail('F62 a refusal of what is done');
    const isInDoubt = bind && bind.answering !== 'answered' && ANSWERS[bind.answering].acts;
    if (isInDoubt && bind.contradicted === undefined && !profile) {
      this.fail('F62 in doubt, and the profile was not read');
    }
    this.violations.push(...faultsOfEnd(form, gesture));
    const { contact, code } = form.problems;
    if (gesture.step === 'submitCode' && !failure && !contact && !code && !note) {
      this.fail('I2 a gesture without an answer');
    }
  }

  private sentFor(exchange: Exchange | undefined): string | undefined {
    const { phoneNumber, phoneCountryCode } = exchange?.body ?? {};
    return exchange && `${phoneCountryCode}${phoneNumber}`;
  }

  private boundNumber(): string | undefined {
    return phoneOf(this.sandbox.account({ token: this.token }).user) ?? 'none';
  }

  private checkInput(form: TestForm): void {
    const { values, typed, progress, told, toTell } = form;
    // The calling code moves to the button beside the field; every other digit stays.
    const digits = values.phone.text.replace(/\D/g, '');
    if (!typed.text.replace(/\D/g, '').endsWith(digits) || (typed.text && !values.phone.text)) {
      this.fail(`I3 "${typed.text}" became "${values.phone.text}"`);
    }
    if (!progress.done && values.code !== typed.code) this.fail('I3 the code is gone');
    for (const name of Object.keys(told) as (keyof typeof told)[]) {
      if (!form.isMounted || told[name] === toTell[name]) continue;
      this.fail(`R-35 the host was told ${name} ${told[name]} times, not ${toTell[name]}`);
    }
  }

  private checkWaits(log: SendLog): void {
    for (const to of REAL_NUMBERS) {
      const seen = log.look('bind', to);
      // Compared by hand: this is done some hundred thousand times.
      if (!(seen.secondsLeft >= 0 && seen.secondsLeft <= 300)) {
        this.fail(`R-30 ${seen.secondsLeft} seconds`);
      }
      if (!this.isExact) continue;
      const predicted = this.prediction.look(to, this.now());
      for (const name of [
        'state',
        'secondsLeft',
        'secondsToTry',
        'isNewest',
        'isExhausted',
      ] as const) {
        if (seen[name] === predicted[name]) continue;
        this.fail(`I9 ${to}: ${name} is ${seen[name]}, not ${predicted[name]}`);
      }
    }
  }

  private checkStorage(): void {
    for (const [key, value] of this.items) {
      if (key.includes('.salt.')) continue;
      for (const [name, send] of Object.entries(JSON.parse(value) as object)) {
        const { state, sentAt, waitMs, count, ...rest } = send as Record<string, unknown>;
        const isTime = [sentAt, waitMs, count].every((part) => typeof part === 'number');
        const isState = ['sent', 'maybe', 'refused', 'stopped'].includes(String(state));
        const isShort = /^bind [0-9a-z]{1,7}( refused| stopped)?$/.test(name);
        if (isTime && isState && isShort && Object.keys(rest).length === 0) continue;
        this.fail(`I10 stored: ${name} ${JSON.stringify(send)}`);
      }
    }
  }
}

/** Whether the request is repeated with a newer token. */
function wasRefusedToken(exchange: Exchange | undefined): boolean {
  return exchange !== undefined && isPost(exchange) && exchange.statusCode === 401;
}

/** Whether the server takes no more tries of a code. */
function isStop({ answering, statusCode, contradicted }: Exchange): boolean {
  const is429 = contradicted === 429 || (answering === 'answered' && statusCode === 429);
  return is429 || STOPS.has(answering);
}
